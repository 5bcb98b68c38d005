import { ok, type Result } from '#shared/kernel/result.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import { createProblemList, refuseFile } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import { headingKey } from './pupil-csv-columns.ts';
import { readText } from './read-text.ts';
import { readUpn } from './upn-field.ts';

/** A pupil on a list, by the line. */
export interface ListedPupil {
  readonly upn: string;
  readonly name?: string;
  readonly line: number;
}

const UPN = ['upn', 'unique pupil number', 'pupil upn', 'upn number', 'student upn'];
const NAME = ['name', 'pupil', 'pupil name', 'full name', 'child', 'child name'];
const FORENAME = ['forename', 'first name', 'firstname', 'legal forename'];
const SURNAME = ['surname', 'last name', 'lastname', 'legal surname'];

/** A list of pupils as CSV with a column UPN, each pupil once; a name is kept where there is one. All or nothing. */
export function readUpnList(bytes: Uint8Array): Result<readonly ListedPupil[]> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const { text } = file.value;
  const [heading, ...rows] = splitRows(text, sniffDelimiter(text), problems);
  const keys = (heading?.cells ?? []).map((title) => headingKey(title));
  const find = (names: readonly string[]) => keys.findIndex((key) => names.includes(key));
  const at = { upn: find(UPN), name: find(NAME), forename: find(FORENAME), surname: find(SURNAME) };
  if (at.upn < 0) {
    problems.error({
      line: heading?.line ?? 1,
      value: (heading?.cells ?? []).join(', '),
      message: 'The list has no column with the heading UPN.',
      remedy: 'Name the column of the unique pupil numbers “UPN” and choose the file again.',
    });
    return refuseFile(problems.all());
  }
  const pupils = new Map<string, ListedPupil>();
  for (const { line, cells } of rows) {
    if (problems.full()) break;
    const cell = (place: number) => (place < 0 ? '' : removeGuard((cells[place] ?? '').trim()).trim());
    const upn = readUpn({ text: cell(at.upn), line, element: 'UPN' }, problems);
    if (upn === undefined || pupils.has(upn)) continue;
    const name = cell(at.name) || `${cell(at.forename)} ${cell(at.surname)}`.trim();
    pupils.set(upn, { upn, line, ...(name === '' ? {} : { name }) });
  }
  return problems.errorCount() > 0 ? refuseFile(problems.all()) : ok([...pupils.values()]);
}
