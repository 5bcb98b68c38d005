import type { OperationOutput } from '#shared/contract/contract.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { publishedRate } from '#shared/domain/comparators/published-rate.ts';
import type { SchoolProfile } from '#shared/domain/comparators/types.ts';
import { linesOf } from '../../storage/repositories/published.ts';
import type { Db } from '../../storage/store.ts';
import { statedIn, type OwnSchool } from './own-schools.ts';

type Figures = OperationOutput<'authority.comparator-schools'>['rows'][number]['figures'];

const NOTHING: Figures = { permanent: null, fixed: null, fixedRate: null, onePlus: null, source: null };

/** The newest school year of which a school's exclusions are known whole: by its returns, or as published. */
export async function newestFigures(
  db: Db,
  own: OwnSchool | undefined,
  laEstab: string,
): Promise<number | undefined> {
  const published = (await linesOf(db, 'school', [laEstab])).filter(({ timeSpan }) => timeSpan === 'year');
  const years = [...published.map(({ schoolYear }) => schoolYear), ...(own ? yearsStated(own) : [])];
  return years.length === 0 ? undefined : Math.max(...years);
}

/** Years a school's returns hold whole. */
function yearsStated(school: OwnSchool): number[] {
  const years = new Set(school.windows.flatMap(({ from, to }) => [schoolYearOf(from), schoolYearOf(to)]));
  return [...years].filter((year) => statedIn(school, year) !== undefined);
}

/**
 * Exclusions of schools in one year: what returns that are here hold, where the year is whole, else as published. Our rate
 * is over the pupils of that year, so it is given only where the profiles are of it.
 */
export async function schoolFigures(
  db: Db,
  own: ReadonlyMap<string, OwnSchool>,
  schools: readonly SchoolProfile[],
  year: number | undefined,
  profileYear: number | undefined,
): Promise<(school: SchoolProfile) => Figures> {
  if (year === undefined) return () => NOTHING;
  const numbers = schools.map(({ laEstab }) => laEstab);
  const lines = await linesOf(db, 'school', numbers, { schoolYear: year });
  return ({ laEstab, headcount }) => {
    const sent = own.get(laEstab);
    const stated = sent ? statedIn(sent, year) : undefined;
    if (stated) {
      const rate =
        headcount === null || profileYear !== year ? undefined : publishedRate(stated.fixed, headcount);
      return {
        permanent: String(stated.permanent),
        fixed: String(stated.fixed),
        fixedRate: rate ?? null,
        onePlus: String(stated['one-plus']),
        source: 'Returns received',
      };
    }
    const line = lines.find(({ areaCode, timeSpan }) => areaCode === laEstab && timeSpan === 'year');
    if (!line) return NOTHING;
    return {
      permanent: line.figures['permanent'] ?? null,
      fixed: line.figures['fixed'] ?? null,
      fixedRate: line.figures['fixed-rate'] ?? null,
      onePlus: line.figures['one-plus'] ?? null,
      source: `${line.fileName}, line ${line.position}`,
    };
  };
}
