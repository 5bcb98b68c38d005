import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { ReasonedDuty } from '../../storage/repositories/duty-writes.ts';

/** School days after the start on which the governors of the demonstration meet, and after which a case is closed. */
const MEET_AFTER = 10;
const CLOSE_AFTER = 3;

/**
 * What the governors did in a case of the demonstration by `today`: where they had to meet they did, upheld it and told
 * the parents the next day; a permanent one is closed when the time for a review has run out. `atFirst`: the duties
 * before that; `dutiesWith` works them out again with what has happened so far.
 */
export function governorsEvents(
  { id, start }: Pick<IssuedExclusion, 'id' | 'start'>,
  { index, today }: { readonly index: CalendarIndex; readonly today: IsoDate },
  atFirst: readonly ReasonedDuty[],
  dutiesWith: (events: readonly CaseEvent[]) => readonly ReasonedDuty[],
): readonly CaseEvent[] {
  const due = (key: string, duties: readonly ReasonedDuty[]): IsoDate | undefined =>
    duties.find(({ duty }) => duty.key === key)?.duty.dueBy;
  const event = (type: CaseEvent['type'], on: IsoDate, outcome?: string): CaseEvent => ({
    id: `${id}-${type}`,
    type,
    on,
    ...(outcome === undefined ? {} : { outcome }),
  });
  const lastDay = due('governors-meeting', atFirst);
  const usual = index.schoolDayAfter(start.date, MEET_AFTER);
  if (lastDay === undefined || usual === undefined) return [];
  const met = usual < lastDay ? usual : lastDay;
  const told = index.schoolDayAfter(met, 1);
  if (told === undefined || told > today) return [];
  const decided = [event('decision', met, 'upheld'), event('decision-told', told, 'by-hand')];
  const reviewBy = due('review-apply', dutiesWith(decided));
  const closed = reviewBy === undefined ? undefined : index.schoolDayAfter(reviewBy, CLOSE_AFTER);
  return closed === undefined || closed > today ? decided : [...decided, event('ended', closed)];
}
