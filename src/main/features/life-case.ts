import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { governorsRow } from '#shared/domain/duties/governors-row.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { LifeCase } from '#shared/domain/exclusions/life-cycle-types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { countedExclusions, type IssuedExclusion } from '../storage/repositories/exclusion-history.ts';
import { judgeIssued, noticeDay, ruleSetOf, dayOf } from './case-duties.ts';
import type { CaseFacts } from './case-facts.ts';

/** What the life cycle needs of a case where neither the governors' row nor totals matter. */
export const bareLifeCase = (exclusion: IssuedExclusion, events: readonly CaseEvent[]): LifeCase => ({
  kind: exclusion.kind,
  draft: false,
  start: exclusion.start,
  ...(exclusion.decided.end === undefined ? {} : { last: exclusion.decided.end }),
  noticeOn: noticeDay(exclusion.start.date, dayOf(exclusion.issuedAt)),
  ruleSet: ruleSetOf(exclusion),
  events,
  halfDaysInYear: 0,
});

/** A case of the pupil as the life cycle sees it on a day. `reviewBy`: the day of its duty `review-apply`. */
export function lifeCaseOf(
  exclusion: IssuedExclusion,
  facts: CaseFacts,
  on: IsoDate,
  reviewBy: IsoDate | undefined,
): LifeCase {
  const events = facts.events.get(exclusion.id) ?? [];
  const governors = governorsRow(judgeIssued(exclusion, facts, events).dutyCase);
  return {
    ...bareLifeCase(exclusion, events),
    ...(governors === undefined ? {} : { governors }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    halfDaysInYear: halfDaysInYear(exclusion, facts, on),
  };
}

/** What the pupil has been out in the school year of `on`, that day included; a permanent exclusion's days too. */
function halfDaysInYear(exclusion: IssuedExclusion, facts: CaseFacts, on: IsoDate): number {
  const { index } = facts;
  const year = index.schoolYearOf(on);
  const until = sessionKey({ date: on, slot: 'pm' });
  const taken = countedExclusions(facts.issued)
    .flatMap(({ halfDays }) => halfDays)
    .filter((one) => index.schoolYearOf(one.date) === year && sessionKey(one) <= until).length;
  const permanently =
    exclusion.kind === 'permanent'
      ? index
          .sessionsBetween(exclusion.start, { date: on, slot: 'pm' })
          .filter(({ date }) => index.schoolYearOf(date) === year).length
      : 0;
  const earlier = facts.earlier
    .filter(({ schoolYear }) => schoolYear === year)
    .reduce((sum, { halfDays }) => sum + halfDays, 0);
  return taken + permanently + earlier;
}
