import { createHash } from 'node:crypto';
import type { MovedTable } from './moved-tables.ts';

/** A row by the program's names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** The same text for the same row on both engines: columns in their order, keys of JSON sorted. */
export const canonicalRow = ({ columns }: Pick<MovedTable, 'columns'>, row: Row): string =>
  JSON.stringify(columns.map(({ key }) => sorted(row[key] ?? null)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Counts rows and makes one SHA-256 of all of them, in whatever order they come. */
export interface RowSum {
  add(canonical: string): void;
  readonly rows: number;
  /** Hexadecimal. */
  hash(): string;
}

export function makeRowSum(): RowSum {
  const hashes: string[] = [];
  return {
    add: (canonical) => void hashes.push(createHash('sha256').update(canonical).digest('hex')),
    get rows() {
      return hashes.length;
    },
    hash: () => {
      const whole = createHash('sha256');
      for (const one of hashes.toSorted()) whole.update(one);
      return whole.digest('hex');
    },
  };
}
