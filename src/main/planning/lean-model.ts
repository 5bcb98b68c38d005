import type { LinearModel, ModelRow } from './linear-model.ts';
import { rowsOfColumns } from './restrict-model.ts';

/** `over` is 1 as soon as `under` is. */
interface Link {
  readonly over: number;
  readonly under: number;
}

const linkOf = ({ lower, upper, columns, coefficients }: ModelRow): Link | undefined => {
  const [over, under] = columns;
  if (over === undefined || under === undefined || columns.length !== 2) return undefined;
  return lower === 0 && upper === Infinity && coefficients[0] === 1 && coefficients[1] === -1
    ? { over, under }
    : undefined;
};

/**
 * The same model without the columns in between: one that costs nothing and only passes on that a part of it is 1 (a day
 * between a place and a stay) is left out, and the rows on both sides are joined. Its best cost is the same, and it is
 * found in half the time. The columns keep their numbers.
 */
export function leanModel(model: LinearModel, cost: Float64Array): LinearModel {
  const links = model.rows.map(linkOf);
  const between = rowsOfColumns(model).map((rows, column) => {
    const own = rows.map((row) => links[row]);
    const passesOn = own.some((link) => link?.under === column) && own.some((link) => link?.over === column);
    return passesOn && cost[column] === 0 && own.every((link) => link !== undefined);
  });
  const unders = new Map<number, number[]>();
  for (const link of links) {
    if (link && between[link.over] === true) {
      unders.set(link.over, [...(unders.get(link.over) ?? []), link.under]);
    }
  }
  /** What lies under a column once those in between are gone. */
  const below = (column: number): readonly number[] =>
    between[column] === true ? (unders.get(column) ?? []).flatMap(below) : [column];
  const rows = model.rows.flatMap((row, at): ModelRow[] => {
    const link = links[at];
    if (!link) return [row];
    if (between[link.over] === true) return [];
    return below(link.under).map((under) => ({
      lower: 0,
      upper: Infinity,
      columns: [link.over, under],
      coefficients: [1, -1],
    }));
  });
  return { ...model, rows };
}
