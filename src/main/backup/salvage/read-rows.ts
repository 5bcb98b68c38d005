import type { Connection } from '../../storage/engines/connection.ts';
import { isDamage } from '../../storage/is-damage.ts';
import { quoted } from '../table-columns.ts';
import type { Watch } from '../watch.ts';
import type { RowNumbers } from './row-numbers.ts';

/** A row's values in the order of the columns asked for; its row number is not among them. */
export type Row = readonly unknown[];

/** Row numbers read at once where nothing is damaged. */
const AT_ONCE = 512;

/**
 * Gives every row that can be read to `take`, and the number of every row that cannot be to `lose` (a number that was
 * perhaps never used, where `numbers` are not certain). A stretch that fails is halved until the rows that fail are alone:
 * each costs some tenths of a millisecond.
 */
export function readRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  numbers: RowNumbers,
  watch: Watch,
  { take, lose }: { readonly take: (row: Row) => void; readonly lose: (number: number) => void },
): void {
  const select = connection
    .prepare<[number, number], unknown[]>(
      `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
    )
    .raw();

  const read = (from: number, to: number): void => {
    watch.checkCancelled();
    let rows: readonly Row[];
    try {
      rows = select.all(numbers.at(from), numbers.at(to));
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (from === to) {
        lose(numbers.at(from));
        return;
      }
      const middle = Math.floor((from + to) / 2);
      read(from, middle);
      read(middle + 1, to);
      return;
    }
    for (const row of rows) take(row);
  };

  for (let from = 0; from < numbers.count; from += AT_ONCE) {
    read(from, Math.min(from + AT_ONCE, numbers.count) - 1);
  }
}
