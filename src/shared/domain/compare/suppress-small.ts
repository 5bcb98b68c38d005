import {
  cellAt,
  cellTable,
  CELL_KINDS,
  type AlikeUnits,
  type Category,
  type CellKind,
  type CellTable,
  type Membership,
} from './cell-table.ts';
import { swapFinder } from './find-swap.ts';

/** A figure of fewer pupils than this, and of any, is hidden. */
export const FEWEST_SHOWN = 5;

/** What may be hidden for good measure around a cell of a school: some cells of schools, none of a large group. */
const MOST_FOR_SCHOOL = 6;

export interface Suppressed {
  /** Nothing can be shown of the whole table: whatever is hidden in it could be worked out. */
  readonly withheld: boolean;
  /** Whether a cell is hidden. `place` is `school NUMBER` or the key of a group. */
  readonly isHidden: (kind: CellKind, place: string, category: string) => boolean;
  /** The table by number, for those who check it. */
  readonly table: CellTable;
}

/**
 * Which cells of a table of pupils by group are hidden, so that no figure of 1 to 4 pupils can be read or worked out.
 *
 * The table has a row for every school and for everything the schools are added up to (phases, clusters, authority, all),
 * and the totals of all rows are known to everybody. Hiding the small cells alone would not do: a total less the other
 * cells, or a phase less the other schools, gives them back. So for each hidden cell another world is found in which it
 * has another value and all that is shown is the same: two pupils change groups (`find-swap.ts`). All cells that differ
 * between the two worlds are hidden with it. So **every hidden cell differs in two worlds that agree with all that is
 * shown**, in pupils, exclusions and days alike; nothing that is shown, however combined, determines it. The worlds are of
 * all rows together, so it does not matter who asks for which row; but the answer must be made of the whole table each
 * time, never of a part of it.
 *
 * Beyond that, where the hidden cells of a row, or of a column of a group, would add up to 1 to 4, the next smallest are
 * hidden too, until they do not or none is left.
 */
export function suppressSmall(
  units: readonly AlikeUnits[],
  members: readonly Membership[],
  categories: readonly Category[],
): Suppressed {
  const table = cellTable(units, members, categories);
  const find = swapFinder(table);
  let withheld = false;
  const hide = (kind: number, place: number, category: number, mostCost = Infinity): void => {
    if (table.hidden[cellAt(table, kind, place, category)]) return;
    const change = find(kind, place, category, mostCost);
    if (change) for (const at of change) table.hidden[at] = 1;
    else if (mostCost === Infinity) withheld = true;
  };
  // What is hidden for good measure in a school takes no figure of a group along.
  const widenBy = (kind: number, place: number, category: number) =>
    hide(kind, place, category, place < table.schools ? MOST_FOR_SCHOOL : Number.MAX_VALUE);
  for (const [kind, place, category] of everyCell(table)) {
    const count = table.counts[cellAt(table, kind, place, category)] ?? 0;
    if (isSmall(count)) hide(kind, place, category);
  }
  for (let before = -1; before !== countHidden(table);) {
    before = countHidden(table);
    for (const kind of CELL_KINDS.keys()) {
      for (let place = 0; place < table.places; place += 1) {
        widenRow(table, kind, place, widenBy);
        if (place >= table.schools) widenColumns(table, kind, place, widenBy);
      }
    }
  }
  return {
    withheld,
    table,
    isHidden: (kind, place, category) => {
      const [row, column] = [table.placeOf.get(place), table.categoryOf.get(category)];
      if (withheld) return true;
      return row === undefined || column === undefined
        ? false
        : table.hidden[cellAt(table, CELL_KINDS.indexOf(kind), row, column)] === 1;
    },
  };
}

type Hide = (kind: number, place: number, category: number) => void;

const isSmall = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

const countHidden = ({ hidden }: CellTable): number => hidden.reduce((sum, one) => sum + one, 0);

function* everyCell(table: CellTable): Generator<readonly [number, number, number]> {
  // Groups first: what they need hidden in schools serves the schools too.
  for (const kind of CELL_KINDS.keys()) {
    for (let place = table.places - 1; place >= 0; place -= 1) {
      for (const category of table.categories.keys()) yield [kind, place, category];
    }
  }
}

/** Hides more of a row while its hidden cells add up to 1 to 4; all of it where the row itself is as small. */
function widenRow(table: CellTable, kind: number, place: number, hide: Hide): void {
  const count = table.categories.length;
  const adds = (category: number) => table.categories[category]?.adds ?? false;
  const at = (category: number) => (adds(category) ? cellAt(table, kind, place, category) : -1);
  widen(table, count, at, (category) => hide(kind, place, category));
}

/** The same for the schools of a group in each category: their hidden figures against the group's that is shown. */
function widenColumns(table: CellTable, kind: number, group: number, hide: Hide): void {
  const schools = table.schoolsOf[group] ?? [];
  for (const category of table.categories.keys()) {
    if (table.hidden[cellAt(table, kind, group, category)]) continue;
    const at = (index: number) => cellAt(table, kind, schools[index] ?? 0, category);
    widen(table, schools.length, at, (index) => hide(kind, schools[index] ?? 0, category));
  }
}

/** `at` tells where each of so many cells is; below nought it is none. */
function widen(
  table: CellTable,
  cells: number,
  at: (index: number) => number,
  hideCell: (index: number) => void,
): void {
  for (;;) {
    let sum = 0;
    let next: { readonly index: number; readonly count: number } | undefined;
    for (let index = 0; index < cells; index += 1) {
      const cell = at(index);
      if (cell < 0) continue;
      const count = table.counts[cell] ?? 0;
      if (table.hidden[cell]) sum += count;
      else if (count > 0 && (next === undefined || count < next.count)) next = { index, count };
    }
    if (!isSmall(sum)) return;
    if (next === undefined) {
      for (let index = 0; index < cells; index += 1) if (at(index) >= 0) hideCell(index);
      return;
    }
    hideCell(next.index);
    if (!table.hidden[at(next.index)]) return;
  }
}
