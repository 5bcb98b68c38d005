import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import {
  filesBySchool,
  knownSchools,
  pupilsBySchool,
  receivedSpan,
  totalsBySchool,
} from '../../storage/repositories/received-returns.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { guessPhase } from '../../platform/national-schools/guess-phase.ts';
import type { NationalSchools } from '../../platform/national-schools/types.ts';
import type { Handler } from '../context.ts';

const EVERYTHING = { from: '0000-01-01', to: '9999-12-31' };

/** Every school of the authority, also those nothing came from, with totals of what counts. */
export const listSchools: Handler<'authority.schools'> = ({ read, nationalSchools }, { schoolYear }) =>
  read(async (db) => {
    const range =
      schoolYear === undefined ? EVERYTHING : { from: `${schoolYear}-08-01`, to: `${schoolYear + 1}-07-31` };
    const workspace = await readWorkspace(db);
    const [totals, pupils, files, known, span] = [
      await totalsBySchool(db, range),
      await pupilsBySchool(db, range),
      await filesBySchool(db, range),
      await knownSchools(db),
      await receivedSpan(db),
    ];
    const code = workspace?.authority?.code ?? '';
    // A school's own database, or the demonstration, knows its schools; an authority's begins with the national list.
    const listed = workspace?.school ? [] : schoolsOf(nationalSchools(), code);
    const names = new Map(
      [...listed, ...known]
        .filter(({ laEstab }) => laEstab.startsWith(code))
        .map(({ laEstab, name, phase }) => [laEstab, { name, phase }]),
    );
    const byNumber = new Map(files.map((row) => [row.laEstab, row]));
    const rows = [...new Set([...names.keys(), ...byNumber.keys()])].map((laEstab) => {
      const file = byNumber.get(laEstab);
      const of = (...categories: string[]) =>
        totals.filter((row) => row.laEstab === laEstab && categories.includes(row.category));
      const count = (...categories: string[]) =>
        of(...categories).reduce((sum, row) => sum + row.exclusions, 0);
      const name = names.get(laEstab)?.name ?? file?.name ?? laEstab;
      return {
        laEstab,
        name,
        phase: names.get(laEstab)?.phase ?? guessPhase(laEstab.slice(3), name),
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

/** Maintained schools of an authority in the newest year of the national list, their phases guessed by number. */
function schoolsOf(list: NationalSchools, code: string) {
  const own = list.all().filter(({ la, phaseGuess }) => la === code && phaseGuess !== 'unknown');
  const newest = Math.max(...own.map(({ lastSeen }) => lastSeen));
  return own
    .filter(({ lastSeen }) => lastSeen === newest)
    .map(({ laEstab, name, phaseGuess }) => ({ laEstab, name, phase: phaseGuess }));
}

/** Newest first. */
const yearsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => last - at);
