/** What of a row of a grid is counted. */
export interface CountedRow {
  readonly upn: string;
  readonly categories: readonly string[];
  readonly keyWorker: string | null;
  readonly done: string | null;
  readonly signedOffOn: string | null;
}

/** Pupils of a grid, each once however many entries they have. */
export interface GridCounts {
  readonly pupils: number;
  /** Still on the register when the grid was made, with a key worker and without. */
  readonly withKeyWorker: number;
  readonly withoutKeyWorker: number;
  /** Signed off, and not on the register again. */
  readonly signedOff: number;
  /** Came onto the register more than once. */
  readonly again: number;
  /** For whom nothing is noted as done in the term. */
  readonly nothingDone: number;
  /** By letter, in the order of the alphabet; a pupil of two categories is counted in both. */
  readonly byCategory: readonly { readonly letter: string; readonly pupils: number }[];
}

/** Counts the rows of one grid, or of several. */
export function countGrid(rows: readonly CountedRow[]): GridCounts {
  const byPupil = new Map<string, CountedRow[]>();
  for (const row of rows) byPupil.set(row.upn, [...(byPupil.get(row.upn) ?? []), row]);
  const pupils: readonly (readonly CountedRow[])[] = [...byPupil.values()];
  const count = (holds: (entries: readonly CountedRow[]) => boolean) => pupils.filter(holds).length;
  const open = (entries: readonly CountedRow[]) => entries.filter(({ signedOffOn }) => signedOffOn === null);
  const letters = [...new Set(rows.flatMap(({ categories }) => categories))].toSorted();
  const withKeyWorker = count((entries) => open(entries).some(({ keyWorker }) => keyWorker !== null));
  const signedOff = count((entries) => open(entries).length === 0);
  return {
    pupils: pupils.length,
    withKeyWorker,
    withoutKeyWorker: pupils.length - signedOff - withKeyWorker,
    signedOff,
    again: count((entries) => entries.length > 1),
    nothingDone: count((entries) => entries.every(({ done }) => done === null)),
    byCategory: letters.map((letter) => ({
      letter,
      pupils: count((entries) => entries.some(({ categories }) => categories.includes(letter))),
    })),
  };
}

/** Pupils in each hundred on the roll, to one decimal; undefined where nobody is on it. */
export const perHundred = (pupils: number, onRoll: number): number | undefined =>
  onRoll === 0 ? undefined : Math.round((pupils / onRoll) * 1000) / 10;
