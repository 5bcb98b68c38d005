export interface Dot {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The figure in words. */
  readonly text: string;
}

/** How high a dot stands: on top of those that are as far along, so that none hides another. */
export interface StackedDot extends Dot {
  readonly height: number;
}

/** Dots of about the same value stand in a column; `columns` is how many there are across the whole width. */
export function stackDots(dots: readonly Dot[], columns: number): readonly StackedDot[] {
  const sorted = dots.toSorted((a, b) => a.value - b.value || (a.name < b.name ? -1 : 1));
  const [least, most] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0];
  const width = (most - least) / columns || 1;
  const heights = new Map<number, number>();
  return sorted.map((dot) => {
    const column = Math.floor((dot.value - least) / width);
    const height = (heights.get(column) ?? 0) + 1;
    heights.set(column, height);
    return { ...dot, height };
  });
}
