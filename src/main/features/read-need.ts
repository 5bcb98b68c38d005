import type { OperationOutput } from '#shared/contract/contract.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SessionStanding } from '#shared/domain/placements/types.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readExclusionsAround } from '../../storage/repositories/exclusion-day.ts';
import type { Db } from '../../storage/store.ts';
import { readStandings } from '../standings.ts';

type Need = OperationOutput<'use.figures'>['need'];

/** Under which figure a session counts; one of today that is still uncovered has no place yet, like one of the past. */
const COUNTS_AS: Readonly<Record<SessionStanding, Exclude<keyof Need, 'sessions'>>> = {
  attended: 'attended',
  absent: 'notTakenUp',
  declined: 'notTakenUp',
  'excluded-from-centre': 'notTakenUp',
  'work-at-home': 'workAtHome',
  'no-place': 'noPlace',
  uncovered: 'noPlace',
  booked: 'booked',
  held: 'booked',
  'not-marked': 'booked',
};

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
): Promise<Need> {
  const { schoolId, index, from, to } = period;
  const exclusions = await readExclusionsAround(db, schoolId, { from, to });
  const cases = exclusions.map(({ exclusion }) => ({
    exclusionId: exclusion.id,
    toCover: sessionsToCover(exclusion, index).filter(({ date }) => from <= date && date <= to),
  }));
  const need: Need = { sessions: 0, attended: 0, booked: 0, notTakenUp: 0, workAtHome: 0, noPlace: 0 };
  for (const sessions of (await readStandings(db, clock, cases)).values()) {
    for (const { standing } of sessions) {
      need.sessions += 1;
      need[COUNTS_AS[standing]] += 1;
    }
  }
  return need;
}
