import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import {
  filesBySchool,
  pupilsBySchool,
  receivedSpan,
  totalsBySchool,
} from '../../storage/repositories/received-returns.ts';
import type { Handler } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';

const EVERYTHING = { from: '0000-01-01', to: '9999-12-31' };

/** Every school of the authority, also those nothing came from, with totals of what counts. */
export const listSchools: Handler<'authority.schools'> = ({ read, nationalSchools }, { schoolYear }) =>
  read(async (db) => {
    const range =
      schoolYear === undefined ? EVERYTHING : { from: `${schoolYear}-08-01`, to: `${schoolYear + 1}-07-31` };
    const [totals, pupils, files, expected, span] = [
      await totalsBySchool(db, range),
      await pupilsBySchool(db, range),
      await filesBySchool(db, range),
      await expectedSchools(db, nationalSchools),
      await receivedSpan(db),
    ];
    const byNumber = new Map(files.map((row) => [row.laEstab, row]));
    const rows = [...new Set([...expected.keys(), ...byNumber.keys()])].map((laEstab) => {
      const file = byNumber.get(laEstab);
      const of = (...categories: string[]) =>
        totals.filter((row) => row.laEstab === laEstab && categories.includes(row.category));
      const count = (...categories: string[]) =>
        of(...categories).reduce((sum, row) => sum + row.exclusions, 0);
      return {
        laEstab,
        ...schoolFrom(expected, laEstab, file?.name),
        returns: file?.returns ?? 0,
        nilReturns: file?.nilReturns ?? 0,
        ...(file ? { lastReceived: file.lastReceived } : {}),
        pupils: pupils.get(laEstab) ?? 0,
        fixedPeriod: count('SUSP', 'FIXD'),
        permanent: count('PERM'),
        lunchtime: count('LNCH'),
        sessions: of('SUSP', 'FIXD').reduce((sum, row) => sum + row.sessions, 0),
      };
    });
    const years = span ? yearsBetween(schoolYearOf(span.from), schoolYearOf(span.to)) : [];
    return {
      ok: true,
      value: { years, rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) },
    };
  });

/** Newest first. */
const yearsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => last - at);
