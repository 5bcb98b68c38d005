import { openRaw, rawInserter, type RawRow } from './raw-database.ts';

/** The pupils as an import leaves them in the table, and the school they point at. */
export interface ImportedRows {
  readonly schools: readonly RawRow[];
  readonly pupils: readonly RawRow[];
}

/** Puts the rows into a database of empty tables with the bare driver; gives the time the pupils took, in ms. */
export function insertImported(file: string, { schools, pupils }: ImportedRows): number {
  const database = openRaw(file);
  try {
    const [school, pupil] = [schools[0], pupils[0]];
    if (school === undefined || pupil === undefined) throw new Error('There is nothing to insert.');
    schools.forEach(rawInserter(database, 'schools', school));
    const started = performance.now();
    const insert = rawInserter(database, 'pupils', pupil);
    database.exec('BEGIN IMMEDIATE');
    for (const row of pupils) insert(row);
    database.exec('COMMIT');
    return performance.now() - started;
  } finally {
    database.close();
  }
}
