import { indexCalendar, type CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { orderQueue } from '#shared/domain/placements/order-queue.ts';
import { sessionsToCover, type SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readExclusionsToCover, type CoveredExclusion } from '../../storage/repositories/cover.ts';
import { readReciprocalPlaces, readSchoolNames } from '../../storage/repositories/place-use.ts';
import { readSchoolsWithExclusions } from '../../storage/repositories/plan-schools.ts';
import { readCalendar, type Workspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readPlaceFacts, type PlaceFacts } from '../place-facts.ts';
import { readStandings } from '../standings.ts';

/** Education is due in law from this school day of an exclusion (SI 2007/1870). */
const LAW_FROM_DAY = 6;

/** One excluded pupil with sessions in the days planned for that nobody has a place for. */
export interface WaitingCase {
  readonly exclusion: CoveredExclusion;
  readonly toCover: readonly SessionToCover[];
  readonly wanted: readonly SessionToCover[];
}

/** What a plan is made from. */
export interface PlanFacts {
  readonly schoolId: string;
  readonly place: PlaceFacts;
  /** Most urgent first. */
  readonly waiting: readonly WaitingCase[];
  readonly days: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day of an exclusion from which education is due, by law or by what the area promises; for pupils in care too. */
  readonly dueFromDay: { readonly usual: number; readonly inCare: number };
  readonly schoolNames: ReadonlyMap<string, string>;
  /** Sessions lent less sessions borrowed, by partner school. */
  readonly balance: ReadonlyMap<string, number>;
}

/**
 * Reads what a plan of the next school days follows from. `area` plans for every school of which this database has
 * exclusions, each by its own calendar; a school's own database has only its own.
 */
export async function readPlanFacts(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { scope, days }: { readonly scope: 'school' | 'area'; readonly days: number },
): Promise<Result<PlanFacts>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const today = clock.today();
  const schools = scope === 'school' ? [schoolId] : await readSchoolsWithExclusions(db);
  const cases: WaitingCase[] = [];
  let to = today;
  for (const school of schools) {
    const calendar = indexCalendar(await readCalendar(db, school));
    const last = lastDay(calendar, today, days);
    if (last > to) to = last;
    cases.push(...(await casesOf(db, { clock }, school, calendar, last)));
  }
  const waiting = orderQueue(
    cases.map((one) => ({
      ...one,
      inCare: one.exclusion.inCare,
      kind: one.exclusion.kind,
      name: one.exclusion.name,
      firstUncovered: one.wanted[0] ?? { date: today, slot: 'am' as const },
    })),
  );
  const place = await readPlaceFacts(db, clock, {
    schoolId,
    from: today,
    to,
    exclusionIds: waiting.map(({ exclusion }) => exclusion.id),
  });
  return {
    ok: true,
    value: {
      schoolId,
      place,
      waiting,
      days: { from: today, to },
      dueFromDay: dueFromDay(home.value.workspace),
      schoolNames: await readSchoolNames(db),
      balance: await readNetBalance(db),
    },
  };
}

function dueFromDay({ promiseFromDay, promiseInCareFromDay }: Workspace): PlanFacts['dueFromDay'] {
  const usual = Math.min(promiseFromDay ?? LAW_FROM_DAY, LAW_FROM_DAY);
  return { usual, inCare: Math.min(promiseInCareFromDay ?? usual, usual) };
}

/** The last of the school days planned for, today being the first when it is one. */
function lastDay(calendar: CalendarIndex, today: IsoDate, days: number): IsoDate {
  return calendar.schoolDayAfter(today, calendar.isSchoolDay(today) ? days - 1 : days) ?? today;
}

async function casesOf(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  schoolId: string,
  calendar: CalendarIndex,
  last: IsoDate,
): Promise<readonly WaitingCase[]> {
  const today = clock.today();
  const exclusions = (await readExclusionsToCover(db, schoolId, today)).map((exclusion) => ({
    exclusion,
    toCover: sessionsToCover(exclusion, calendar),
  }));
  const standings = await readStandings(
    db,
    clock,
    exclusions.map(({ exclusion, toCover }) => ({ exclusionId: exclusion.id, toCover })),
  );
  return exclusions.flatMap(({ exclusion, toCover }) => {
    const open = new Set(
      (standings.get(exclusion.id) ?? [])
        // Work at home is wanted too, but its place is in the book: it has to be given up first.
        .filter(({ wantsPlace, standing }) => wantsPlace && standing !== 'work-at-home')
        .map(sessionKey),
    );
    const wanted = toCover.filter(
      (session) => session.date >= today && session.date <= last && open.has(sessionKey(session)),
    );
    return wanted.length === 0 ? [] : [{ exclusion, toCover, wanted }];
  });
}

async function readNetBalance(db: Db): Promise<ReadonlyMap<string, number>> {
  const balance = new Map<string, number>();
  const add = (schoolId: string, by: number) => balance.set(schoolId, (balance.get(schoolId) ?? 0) + by);
  for (const { purpose, schoolId, partnerSchoolId } of await readReciprocalPlaces(db)) {
    if (purpose === 'visiting') add(schoolId, 1);
    else if (partnerSchoolId !== null) add(partnerSchoolId, -1);
  }
  return balance;
}
