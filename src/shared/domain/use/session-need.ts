import type { SessionStanding } from '../placements/types.ts';

/** How excluded sessions ended, or stand: a place that was not taken up is never counted as no place. */
export interface SessionNeed {
  readonly sessions: number;
  readonly attended: number;
  /** A place is there, and nothing says yet what came of it. */
  readonly booked: number;
  readonly notTakenUp: number;
  readonly workAtHome: number;
  readonly noPlace: number;
}

/** Under which figure a session counts; one of today that is still uncovered has no place yet, like one of the past. */
const COUNTS_AS: Readonly<Record<SessionStanding, Exclude<keyof SessionNeed, 'sessions'>>> = {
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

/** Counts sessions by how they stand; the parts add up to `sessions`. */
export function sessionNeed(standings: Iterable<SessionStanding>): SessionNeed {
  const need = { sessions: 0, attended: 0, booked: 0, notTakenUp: 0, workAtHome: 0, noPlace: 0 };
  for (const standing of standings) {
    need.sessions += 1;
    need[COUNTS_AS[standing]] += 1;
  }
  return need;
}

/**
 * Whether a place was there for the session, taken up or not. A hold is none, as it may lapse; nor is work at home
 * without a visit.
 */
export const hadPlace = (standing: SessionStanding): boolean =>
  standing !== 'held' && !['workAtHome', 'noPlace'].includes(COUNTS_AS[standing]);
