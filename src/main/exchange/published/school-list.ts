import type { CsvRow } from '../csv-rows.ts';
import type { ProblemList } from '../file-problems.ts';

/** A school of the list of schools by year. */
export interface ListedSchool {
  readonly laEstab: string;
  readonly name: string;
  readonly urn: string | null;
  /** First year of the school year it was seen in. */
  readonly schoolYear: number;
}

/** Reads one line of the list; undefined, with the problem listed, where its number or year is none. */
export function readListedSchool(
  { line, cells }: CsvRow,
  places: Readonly<Record<string, number>>,
  problems: ProblemList,
): ListedSchool | undefined {
  const at = (heading: string) => (cells[places[heading] ?? -1] ?? '').trim();
  const [laEstab, year, urn] = [at('laestab'), at('academicyear'), at('urn')];
  const wrong = (element: string, value: string, message: string) => {
    problems.error({ line, element, value, message, remedy: 'Take the list as it was published.' });
    return undefined;
  };
  if (!/^\d{7}$/.test(laEstab)) return wrong('LAEstab', laEstab, 'This is not the number of a school.');
  if (!/^\d{6}$/.test(year)) return wrong('AcademicYear', year, 'This is not a school year such as 201718.');
  const name = at('schoolname');
  if (name === '') return wrong('SchoolName', name, 'The school has no name.');
  return { laEstab, name, urn: /^\d{6}$/.test(urn) ? urn : null, schoolYear: Number(year.slice(0, 4)) };
}
