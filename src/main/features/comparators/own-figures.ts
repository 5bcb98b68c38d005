import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { publishedRate } from '#shared/domain/comparators/published-rate.ts';
import type { BesideMeasure, PublishedSchoolType } from '#shared/domain/comparators/types.ts';
import { statedIn, type OwnSchool } from './own-schools.ts';

/**
 * Phases in the types of school that statistics publish. Their total was of these three, without PRUs; all-through schools
 * count as secondary.
 */
const PHASES: Readonly<Record<PublishedSchoolType, readonly string[]>> = {
  primary: ['primary'],
  secondary: ['secondary', 'all-through'],
  special: ['special'],
  total: ['primary', 'secondary', 'all-through', 'special'],
};

/**
 * What our schools' returns add up to, the published way. Only schools whose whole year is here are in it; the rate is over
 * those of them whose pupils of that January are known, and says how many they are.
 */
export function ownFigures(
  schools: readonly OwnSchool[],
  schoolType: PublishedSchoolType,
  headcountOf: (laEstab: string, schoolYear: number) => number | null,
) {
  const own = schools.filter(({ phase }) => PHASES[schoolType].includes(phase));
  return {
    /** Years that some school has whole. */
    years: yearsOf(own).filter((year) => own.some((school) => statedIn(school, year) !== undefined)),
    of: (year: number, measure: BesideMeasure) => {
      const open = own.filter(
        ({ openOn, closedOn }) =>
          (openOn === undefined || openOn <= `${year + 1}-07-31`) &&
          (closedOn === undefined || closedOn > `${year}-08-31`),
      );
      const stated = own.flatMap((school) => {
        const figures = statedIn(school, year);
        return figures ? [{ n: figures[measure], headcount: headcountOf(school.laEstab, year) }] : [];
      });
      // Nobody on roll, as registers say of schools that closed, is no number to divide by; comparing leaves them out too.
      const counted = stated.filter(({ headcount }) => headcount !== null && headcount > 0);
      const headcount = counted.reduce((sum, one) => sum + (one.headcount ?? 0), 0);
      const n = stated.reduce((sum, one) => sum + one.n, 0);
      const rate = publishedRate(
        counted.reduce((sum, one) => sum + one.n, 0),
        headcount,
      );
      const expected = Math.max(open.length, stated.length);
      return {
        value: stated.length === 0 ? null : String(n),
        headcount: counted.length === 0 ? null : String(headcount),
        rate: rate ?? null,
        source: stated.length === 0 ? null : 'Returns received',
        schools: stated.length,
        expected,
        withHeadcount: counted.length,
        ...(stated.length === 0 ? { missing: 'No school’s whole year is here' } : {}),
      };
    },
  };
}

/** Every school year that a return touches. */
function yearsOf(schools: readonly OwnSchool[]): number[] {
  const years = new Set<number>();
  for (const { windows } of schools) {
    for (const { from, to } of windows) {
      for (let year = schoolYearOf(from); year <= schoolYearOf(to); year += 1) years.add(year);
    }
  }
  return [...years];
}
