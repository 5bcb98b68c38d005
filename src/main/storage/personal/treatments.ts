import type { PupilKind } from '#shared/domain/privacy/types.ts';
import type { Schema } from '../schema/schema.ts';

export type TableName = keyof Schema;

export type RowOf<T extends TableName> = Schema[T]['$inferSelect'];

/** What stands where personal text was: whoever reads a row sees that something was there and is gone. */
export const ERASED = '(erased)';

/** What a pupil is called whose name is erased. */
export const ERASED_NAME = { surname: 'Erased', forename: 'Pupil' } as const;

/**
 * What a column of a pupil's record is:
 * - `link`: an id or a count of the program's own; stays, and is not told;
 * - `kept`: told; stays, because figures count it or because it says what staff did and when, not who the pupil is;
 * - `text`: typed freely: told once it was read for other people's data, and erased;
 * - `gone`: told, and emptied;
 * - `changed`: told, and replaced by what `to` makes of it;
 * - `other`: somebody else's, never told; stays or goes with its row.
 */
export type Treatment =
  | { readonly is: 'link' | 'other' }
  | { readonly is: 'kept' | 'text' | 'gone'; readonly label: string }
  | {
      readonly is: 'changed';
      readonly label: string;
      readonly to: (value: unknown, names: Stand) => unknown;
    };

/** What stands for a pupil after erasing. */
export interface Stand {
  /** Thirteen characters like a UPN, of chance alone; the same in every table of the pupil. */
  readonly upn: string;
}

export const link: Treatment = { is: 'link' };

export const other: Treatment = { is: 'other' };

export const kept = (label: string): Treatment => ({ is: 'kept', label });

export const text = (label: string): Treatment => ({ is: 'text', label });

export const gone = (label: string): Treatment => ({ is: 'gone', label });

export const changed = (label: string, to: (value: unknown, stand: Stand) => unknown): Treatment => ({
  is: 'changed',
  label,
  to,
});

/**
 * Of a date of birth, the 1 September on or before it: the year group that figures may ask for is the same, the
 * birthday is gone.
 */
export const cohortOf = (dob: unknown): string => {
  const date = String(dob);
  return `${String(Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0))}-09-01`;
};

/** By which column a table's rows are a pupil's, and whose id stands in it. */
export type Finder<T extends TableName> = readonly [
  column: keyof RowOf<T> & string,
  of: 'pupil' | 'exclusion' | 'placement' | 'entry' | 'upn',
];

/** How the rows of one table that are about a pupil are found, told and erased. */
export interface PersonalTable<T extends TableName> {
  /** What its rows are, as a heading. */
  readonly title: string;
  /** The time it is kept for; `pupil-file` for what has none of its own. */
  readonly kind: PupilKind;
  readonly by: readonly Finder<T>[];
  /** Erasing removes the rows whole: no figure counts them. */
  readonly removed?: true;
  /** What tells one row of a pupil from another, where a column is `changed`: such rows are written one by one. */
  readonly key?: readonly (keyof RowOf<T> & string)[];
  readonly columns: { readonly [C in keyof RowOf<T>]: Treatment };
}

/** Keeps the columns of a table checked: a column that is added and not thought of does not compile. */
export const personalTable = <T extends TableName>(_name: T, table: PersonalTable<T>): PersonalTable<T> =>
  table;
