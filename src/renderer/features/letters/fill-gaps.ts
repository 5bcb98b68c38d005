import type { Block, Gap, Run } from './types.ts';

/** What was typed since the letter was read, by the gap's key. */
export type Typed = Readonly<Record<string, string>>;

/** A letter's blocks with what was typed since in its gaps, so that the paper follows every key. */
export function fillBlocks(blocks: readonly Block[], typed: Typed): readonly Block[] {
  const fill = (run: Run): Run => {
    if (run.type === 'text') return run;
    const text = typed[run.key];
    return text === undefined ? run : { ...run, text, from: text.trim() === '' ? 'missing' : 'typed' };
  };
  return blocks.map((block) => ({ ...block, lines: block.lines.map((line) => line.map(fill)) }));
}

/** The gaps with what was typed since. */
export function fillGaps(gaps: readonly Gap[], typed: Typed): readonly Gap[] {
  return gaps.map((gap) => {
    const value = typed[gap.key];
    return value === undefined ? gap : { ...gap, value, from: value.trim() === '' ? 'missing' : 'typed' };
  });
}

/** Everything typed into the letter, kept before or not: a save carries all of it. */
export function typedOf(gaps: readonly Gap[]): Record<string, string> {
  return Object.fromEntries(
    gaps.filter(({ editable, from }) => editable && from === 'typed').map(({ key, value }) => [key, value]),
  );
}
