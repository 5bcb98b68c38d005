import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { annualReturn, referenceDateOf } from '#shared/domain/returns/periods.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { canonicalReturn, type ReturnDocument } from '../exchange/return-document.ts';
import { createRandom, type Random } from './random.ts';
import type { AreaExclusion, AreaPupil, DemonstrationArea, SchoolRecords } from './types.ts';

/** School years before the area's own that the authority has returns of. */
export const EARLIER_YEARS = 2;
/** 52 weeks: an exclusion keeps its weekday. */
const YEAR_DAYS = 364;
/** Shares of schools that sent nothing for such a year, and of exclusions of the two years it is made of. */
const SILENT = 0.06;
const KEPT = { least: 0.55, most: 0.95 } as const;
const ADDED = { least: 0, most: 0.45 } as const;

/**
 * What the schools sent of the two school years before the area begins, a return a year, so that there is something to
 * compare with. Made of the exclusions of the area's first two years, moved back by whole weeks; how many of them each
 * school keeps is drawn, so some schools have fallen since and some have risen.
 */
export function earlierYears(area: DemonstrationArea): readonly ReturnDocument[] {
  const random = createRandom(area.seed).fork('earlier years');
  const first = area.schoolYears[0] ?? 0;
  return Array.from({ length: EARLIER_YEARS }, (_, at) => EARLIER_YEARS - at).flatMap((back) =>
    [area.homeSchool, ...area.otherSchools].flatMap((records) => {
      const own = random.fork(`${records.school.laEstab} ${back}`);
      return own.chance(SILENT) ? [] : [yearOf(own, records, first, back)];
    }),
  );
}

function yearOf(random: Random, records: SchoolRecords, first: SchoolYear, back: number): ReturnDocument {
  const { school, pupils, exclusions } = records;
  const period = annualReturn(first - back + 2);
  const share = (of: typeof KEPT | typeof ADDED) => of.least + random.next() * (of.most - of.least);
  const [kept, added] = [share(KEPT), share(ADDED)];
  const byPupil = new Map<number, AreaExclusion[]>();
  for (const one of exclusions) {
    if (one.state !== 'issued' || one.kind === 'lunchtime' || one.course !== undefined) continue;
    const later = one.start.date < `${first + 1}-08-01` ? 0 : 1;
    const date = addDays(one.start.date, -YEAR_DAYS * (back + later));
    if (date < period.from || date > period.to || !random.chance(later === 0 ? kept : added)) continue;
    const moved = { ...one, start: { ...one.start, date } };
    byPupil.set(one.pupil, [...(byPupil.get(one.pupil) ?? []), moved]);
  }
  const referenceDate = referenceDateOf(period);
  return canonicalReturn({
    school: {
      la: school.laEstab.slice(0, 3),
      estab: school.laEstab.slice(3),
      name: school.name,
      urn: school.urn,
    },
    referenceDate,
    period,
    serialNo: '001',
    createdAt: `${addDays(referenceDate, 20)}T09:30:00`,
    software: 'Demonstration',
    release: '1.0',
    nil: byPupil.size === 0,
    pupils: [...byPupil].flatMap(([at, own]) => {
      const pupil = pupils[at];
      return pupil === undefined ? [] : [pupilOf(pupil, own, back)];
    }),
  });
}

const pupilOf = (
  pupil: AreaPupil,
  exclusions: readonly AreaExclusion[],
  back: number,
): ReturnDocument['pupils'][number] => ({
  upn: pupil.upn,
  surname: pupil.surname,
  forename: pupil.forename,
  sex: pupil.sex,
  dob: pupil.dob,
  onRoll: true,
  ncYear: yearBefore(pupil.ncYear, back),
  ethnicity: pupil.ethnicity,
  exclusions: exclusions.map(({ kind, reasons, start, halfDays, inCareAt, senAt }) => ({
    category: kind === 'permanent' ? ('PERM' as const) : ('SUSP' as const),
    reasons,
    startDate: start.date,
    inCare: inCareAt,
    senProvision: senAt,
    ...(kind === 'permanent' || halfDays === null ? {} : { sessions: halfDays }),
  })),
});

/** A year group of a secondary school stays one, and reception is the first of a primary school. */
function yearBefore(ncYear: string, back: number): string {
  const year = Number(ncYear);
  if (Number.isNaN(year)) return ncYear;
  const before = Math.max(year >= 7 ? 7 : 0, year - back);
  return before === 0 ? 'R' : String(before);
}
