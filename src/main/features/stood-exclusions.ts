import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { educationDue, type ExclusionSpan } from '#shared/domain/exclusions/education-due.ts';
import { sessionsToCover, type SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { StoodExclusion } from '#shared/domain/use/first-places.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { readExclusionsAround, type DayExclusion } from '../storage/repositories/exclusion-day.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import type { Db } from '../storage/store.ts';
import { ruleSetOf } from './case-duties.ts';
import { readStandings } from './standings.ts';

/** An exclusion of the period may join one before it; a run with the summer holiday in it lies within this many days. */
const REACH_BACK_DAYS = 120;

type Exclusion = DayExclusion['exclusion'];

/**
 * A school's issued exclusions that touch the period, or begin not long before it, with how each of their sessions
 * stands up to `to`, and the day from which the law asks for education: the sixth consecutive school day today.
 */
export async function readStoodExclusions(
  db: Db,
  clock: Clock,
  period: {
    readonly schoolId: string;
    readonly index: CalendarIndex;
    readonly from: IsoDate;
    readonly to: IsoDate;
  },
): Promise<readonly StoodExclusion[]> {
  const { schoolId, index, from, to } = period;
  const rows = await readExclusionsAround(db, schoolId, { from: addDays(from, -REACH_BACK_DAYS), to });
  const cases = rows.map(({ exclusion }) => ({ exclusion, toCover: sessionsToCover(exclusion, index) }));
  const spans = groupRows(cases.flatMap(spanOf), ({ pupilId }) => pupilId);
  const standings = await readStandings(
    db,
    clock,
    cases.map(({ exclusion, toCover }) => ({
      exclusionId: exclusion.id,
      toCover: toCover.filter(({ date }) => date <= to),
    })),
  );
  return cases.flatMap(({ exclusion, toCover }) => {
    const { id, pupilId, kind, startDate } = exclusion;
    if (startDate === null) return [];
    const others = spans.get(pupilId) ?? [];
    const own = others.find((span) => span.id === id);
    const sessions = standings.get(id) ?? [];
    return [{ kind, startDate, sessions, education: educationOf(exclusion, toCover, own, others, index) }];
  });
}

/** Without a session there is nothing to count days from. */
function spanOf({
  exclusion: { id, pupilId, kind, stoppedOn },
  toCover,
}: {
  readonly exclusion: Exclusion;
  readonly toCover: readonly SessionToCover[];
}): readonly (ExclusionSpan & { readonly pupilId: string })[] {
  const [start, last] = [toCover.at(0), toCover.at(-1)];
  if (start === undefined || last === undefined) return [];
  // The covered days of a permanent exclusion end, and it does not, unless it was stopped.
  return [{ id, pupilId, kind, start, ...(kind === 'permanent' && stoppedOn === null ? {} : { last }) }];
}

function educationOf(
  exclusion: Exclusion,
  toCover: readonly SessionToCover[],
  own: ExclusionSpan | undefined,
  others: readonly ExclusionSpan[],
  index: CalendarIndex,
): StoodExclusion['education'] {
  const [first] = toCover;
  if (own === undefined || first === undefined) return { none: 'not-known' };
  const ruleSet = ruleSetOf({ ruleSet: exclusion.ruleSet, start: first });
  const { law, incomplete } = educationDue({ exclusion: own, others, index, ruleSet });
  return law ? { from: law.date } : { none: incomplete ? 'not-known' : 'too-short' };
}
