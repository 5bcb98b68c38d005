import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testUpn } from './pupil-upn.ts';

/** One row of a pupil CSV; a value left out leaves its cell empty. */
export interface CsvPupil {
  readonly upn?: string;
  readonly formerUpn?: string;
  readonly surname?: string;
  readonly forename?: string;
  readonly sex?: string;
  readonly dob?: string;
  readonly year?: string;
  readonly form?: string;
  readonly entry?: string;
  readonly leaving?: string;
  readonly sen?: string;
  readonly care?: string;
}

const COLUMNS = [
  ['UPN', 'upn'],
  ['Former UPN', 'formerUpn'],
  ['Legal surname', 'surname'],
  ['Forename', 'forename'],
  ['Gender', 'sex'],
  ['Date of birth', 'dob'],
  ['Year group', 'year'],
  ['Reg group', 'form'],
  ['Entry date', 'entry'],
  ['Leaving date', 'leaving'],
  ['SEN status', 'sen'],
  ['In LA care', 'care'],
] as const satisfies readonly (readonly [string, keyof CsvPupil])[];

/** The CSV pupil that `pupilRecord(serial)` is on the roll, so that importing it changes nothing. */
export const csvPupil = (serial: number, more: CsvPupil = {}): CsvPupil => ({
  upn: testUpn(serial),
  surname: `Surname${String(serial)}`,
  forename: 'Alex',
  sex: 'F',
  dob: '09/10/2011',
  year: '9',
  form: '9A',
  entry: '04/09/2023',
  sen: 'N',
  care: 'No',
  ...more,
});

/** Writes a CSV as a school's pupil system exports it; gives its path. */
export function writePupilCsv(folder: string, pupils: readonly CsvPupil[], name = 'pupils.csv'): string {
  const lines = [
    COLUMNS.map(([heading]) => heading).join(','),
    ...pupils.map((pupil) => COLUMNS.map(([, key]) => pupil[key] ?? '').join(',')),
  ];
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}
