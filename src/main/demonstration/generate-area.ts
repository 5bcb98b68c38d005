import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { makeCalendar, suggestYears } from './area-calendars.ts';
import { AREA_LA, makeSchools } from './area-schools.ts';
import { makeHomeSchool } from './home-school.ts';
import { createUpnIssuer } from './make-upn.ts';
import { makeOtherSchool } from './other-schools.ts';
import { createRandom, type Random } from './random.ts';
import type { AreaSchool, DemonstrationArea } from './types.ts';

export interface AreaOptions {
  /** Any whole number; the same seed and day give the same area. */
  readonly seed: number;
  readonly today: IsoDate;
}

/**
 * Invents a whole authority: 8 secondary and 24 primary schools, a PRU and two centres, with exclusions since the
 * beginning of the school year before last up to `today`. Nothing real is in it but the distributions it is drawn
 * from (see `distributions.ts`). Pure: no clock, no chance but the seed's.
 */
export function generateArea({ seed, today }: AreaOptions): DemonstrationArea {
  const random = createRandom(seed);
  const current = schoolYearOf(today);
  const schoolYears = [current - 2, current - 1, current];
  const years = suggestYears([...schoolYears, current + 1]);
  const schools = makeSchools(random.fork('schools'), schoolYears);
  const factors = drawFactors(random.fork('factors'), schools);
  const upns = createUpnIssuer();
  const feeders = schools.filter(({ phase }) => phase === 'primary').map(({ laEstab }) => laEstab);
  const placed = schools.map((school) => {
    const calendar = makeCalendar(random.fork(`calendar ${school.laEstab}`), years);
    return { school, calendar, index: indexCalendar(calendar) };
  });

  const [home, partner] = placed;
  const pru = placed.find(({ school }) => school.phase === 'pru');
  if (home === undefined || partner === undefined || pru === undefined)
    throw new Error('The area lacks a school.');
  const homeSchool = makeHomeSchool(random.fork('home'), upns, {
    ...home,
    today,
    schoolYears,
    feeders,
    pru,
    partner,
  });
  const otherSchools = placed.slice(1).map((one) =>
    makeOtherSchool(random.fork(`school ${one.school.laEstab}`), upns, {
      ...one,
      today,
      schoolYears,
      feeders,
      factor: factors.get(one.school.laEstab) ?? 1,
    }),
  );
  const onRoll = homeSchool.pupils.filter(({ leavingDate }) => leavingDate === null).length;
  const school = withRoll(homeSchool.school, onRoll);
  return {
    seed,
    today,
    la: AREA_LA,
    schoolYears,
    schools: [school, ...schools.slice(1)],
    homeSchool: { ...homeSchool, school },
    otherSchools,
  };
}

/** Rates of schools of one phase differ several times over; weighted by pupils they average 1, so the area keeps its phase's rate. */
function drawFactors(random: Random, schools: readonly AreaSchool[]): ReadonlyMap<string, number> {
  const factors = new Map<string, number>();
  for (const phase of ['secondary', 'primary'] as const) {
    const own = schools.slice(1).filter((school) => school.phase === phase);
    const raw = own.map((school) => ({
      school,
      factor: Math.exp(1.6 * (random.next() - 0.5)),
      pupils: school.headcounts[0]?.pupils ?? 0,
    }));
    const pupils = raw.reduce((sum, one) => sum + one.pupils, 0);
    const mean = raw.reduce((sum, one) => sum + one.factor * one.pupils, 0) / pupils;
    for (const { school, factor } of raw) factors.set(school.laEstab, factor / mean);
  }
  return factors;
}

function withRoll(school: AreaSchool, pupils: number): AreaSchool {
  const last = school.headcounts.length - 1;
  return {
    ...school,
    headcounts: school.headcounts.map((one, at) => (at === last ? { ...one, pupils } : one)),
  };
}
