export type SortDirection = 'ascending' | 'descending';

export type SortValue = string | number | boolean | null | undefined;

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** A sorted copy; equal rows keep their order, and rows without a value come last both ways. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortDirection,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const a = valueOf(left) ?? null;
    const b = valueOf(right) ?? null;
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return (
      sign *
      (typeof a === 'string' || typeof b === 'string'
        ? collator.compare(String(a), String(b))
        : Number(a) - Number(b))
    );
  });
}
