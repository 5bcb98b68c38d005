import { rankChanges } from './ranking.ts';
import { ROLL_UP_CATEGORIES, type Mark, type RollUpCategory } from './types.ts';

/** A school, or an area, with its change in each category it has schools of. */
export interface RollUpEntry {
  readonly key: string;
  /** Null is blank; a category that is not there is none of its own, as a primary school's figures to a secondary. */
  readonly changes: Readonly<Partial<Record<RollUpCategory, number | null>>>;
}

/** What stands in one cell of the grid. */
export type RollUpCell = Mark | 'unmarked' | 'blank';

export interface RollUpRow {
  readonly key: string;
  readonly cells: Readonly<Partial<Record<RollUpCategory, RollUpCell>>>;
  readonly x: number;
  readonly o: number;
}

/** The grid of marks over the five categories, each ranked by itself; the most X first, then the fewest O. */
export function rollUp(entries: readonly RollUpEntry[]): readonly RollUpRow[] {
  const cells = new Map<string, Partial<Record<RollUpCategory, RollUpCell>>>(
    entries.map(({ key }) => [key, {}]),
  );
  for (const { key: category } of ROLL_UP_CATEGORIES) {
    const own = entries.flatMap(({ key, changes }) => {
      const change = changes[category];
      return change === undefined ? [] : [{ key, change }];
    });
    const { places } = rankChanges(own);
    for (const { key } of own) {
      const place = places.get(key);
      const row = cells.get(key);
      if (row) row[category] = place ? (place.mark ?? 'unmarked') : 'blank';
    }
  }
  const count = (row: RollUpRow['cells'], mark: Mark) =>
    Object.values(row).filter((cell) => cell === mark).length;
  return [...cells]
    .map(([key, row]) => ({ key, cells: row, x: count(row, 'X'), o: count(row, 'O') }))
    .toSorted((a, b) => b.x - a.x || a.o - b.o);
}
