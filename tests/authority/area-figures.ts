import type { Measure } from '#shared/domain/compare/types.ts';
import { inventArea, type InventedSchool } from '../builders/area-returns.ts';
import { headcountOf } from './area-register.ts';
import { slowChanges, slowMean, slowRate } from './slow-figures.ts';

export const YEARS = [2022, 2023, 2024];
export const AREA = inventArea({ secondary: 123, primary: 557 });
/** Its exclusions of 2024/25 are kept without their lengths: what a database holds from before they were asked for. */
export const WITHOUT_LENGTHS = firstWith('secondary', 2024, 3);
/** A primary school of which one length of 2023/24 is known and the others are not. */
export const PARTLY_WITHOUT = firstWith('primary', 2023, 3);

function firstWith(phase: InventedSchool['phase'], schoolYear: number, fewest: number): InventedSchool {
  const found = AREA.find(
    (school) =>
      school.phase === phase &&
      school.gap.blank.length === 0 &&
      incidents(school, schoolYear).length >= fewest,
  );
  if (!found) throw new Error('no such school was invented');
  return found;
}

export function incidents({ exclusions }: InventedSchool, schoolYear: number) {
  return exclusions.filter((one) => one.schoolYear === schoolYear && one.category === 'SUSP');
}

export const BASE: Readonly<Record<Measure, Measure>> = {
  permanent: 'permanent',
  incidents: 'incidents',
  days: 'days',
  pupils: 'pupils',
  'repeat-pupils': 'repeat-pupils',
  'permanent-rate': 'permanent',
  'incidents-rate': 'incidents',
  'days-rate': 'days',
  'pupils-rate': 'pupils',
};

/** A school's figure as it was invented; null where it is blank. */
export function figure(school: InventedSchool, measure: Measure, schoolYear: number): number | null {
  if (BASE[measure] !== measure) {
    return slowRate(figure(school, BASE[measure], schoolYear), headcountOf(school, schoolYear));
  }
  const blank: readonly number[] = school.gap.blank;
  if (blank.includes(schoolYear)) return null;
  const lengthless =
    (school === WITHOUT_LENGTHS && schoolYear === 2024) || (school === PARTLY_WITHOUT && schoolYear === 2023);
  if (measure === 'days' && lengthless) return null;
  const own = school.exclusions.filter(
    (one) => one.schoolYear === schoolYear && one.category === (measure === 'permanent' ? 'PERM' : 'SUSP'),
  );
  if (measure === 'days') return own.reduce((total, { sessions }) => total + (sessions ?? 0) / 2, 0);
  const pupils = [...new Set(own.map(({ pupil }) => pupil))];
  if (measure === 'pupils') return pupils.length;
  if (measure === 'repeat-pupils') {
    return pupils.filter((pupil) => own.filter((one) => one.pupil === pupil).length > 1).length;
  }
  return own.length;
}

export const ofPhase = (phase: InventedSchool['phase']) => AREA.filter((school) => school.phase === phase);

/** What a rate is made of, over the schools that have it. */
export function ofAll(schools: readonly InventedSchool[], measure: Measure, year: number) {
  return [
    schools.map((school) => figure(school, BASE[measure], year)),
    schools.map((school) => headcountOf(school, year)),
  ] as const;
}

/** The mean change of a group's schools from the first year to the last. */
export function matchedMean(schools: readonly InventedSchool[], measure: Measure): number | null {
  const [earlier, later] = [2022, 2024].map((year) => schools.map((school) => figure(school, measure, year)));
  return slowMean(slowChanges(earlier ?? [], later ?? []));
}
