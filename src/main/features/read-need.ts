import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { sessionNeed, type SessionNeed } from '#shared/domain/use/session-need.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readExclusionsAround } from '../storage/repositories/exclusion-day.ts';
import type { Db } from '../storage/store.ts';
import { readStandings } from './standings.ts';

/** How the sessions of our exclusions in a period ended. */
export async function readNeed(
  db: Db,
  clock: Clock,
  period: {
    readonly schoolId: string;
    readonly index: CalendarIndex;
    readonly from: IsoDate;
    readonly to: IsoDate;
  },
): Promise<SessionNeed> {
  const { schoolId, index, from, to } = period;
  const exclusions = await readExclusionsAround(db, schoolId, { from, to });
  const cases = exclusions.map(({ exclusion }) => ({
    exclusionId: exclusion.id,
    toCover: sessionsToCover(exclusion, index).filter(({ date }) => from <= date && date <= to),
  }));
  const standings = [...(await readStandings(db, clock, cases)).values()].flat();
  return sessionNeed(standings.map(({ standing }) => standing));
}
