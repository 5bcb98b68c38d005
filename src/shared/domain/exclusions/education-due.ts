import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session } from '../calendar/types.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { RuleSet } from '../duties/types.ts';
import type { EducationDue, EducationStart, ExclusionKind } from './types.ts';

/** One exclusion from its first session to its last; a permanent exclusion has no last one. */
export interface ExclusionSpan {
  readonly id: string;
  readonly kind: ExclusionKind;
  readonly start: Session;
  readonly last?: Session;
}

export interface EducationInput {
  readonly exclusion: ExclusionSpan;
  /** The pupil's other exclusions; those that do not join this one are passed over. */
  readonly others: readonly ExclusionSpan[];
  readonly index: CalendarIndex;
  readonly ruleSet: RuleSet;
  /** The area's promise: education from this day of an exclusion on. */
  readonly promiseFromDay?: number;
}

/** The exclusions that lead into this one without a session attended between, first to last. */
function joinedBefore({ exclusion, others, index }: EducationInput): ExclusionSpan[] {
  const run: ExclusionSpan[] = [];
  let start = sessionKey(exclusion.start);
  const candidates = others
    .filter(
      (other) =>
        other.id !== exclusion.id && other.kind === 'fixed-period' && sessionKey(other.start) < start,
    )
    .toSorted((a, b) => (sessionKey(a.start) < sessionKey(b.start) ? 1 : -1));
  for (const other of candidates) {
    if (other.last === undefined) continue;
    const next = index.nextSchoolSession(other.last);
    if (sessionKey(other.last) >= start || (next !== undefined && sessionKey(next) >= start)) {
      run.unshift(other);
      start = sessionKey(other.start);
    }
  }
  return run;
}

/**
 * The day from which a pupil must have full-time education, by law and by the area's promise. Days are the
 * CONSECUTIVE school days out, over exclusions that join (SI 2014/3216; joined before 2015 as the safer
 * reading), and a day out for one session is a day: an afternoon start is day 1, so ten sessions begun at
 * pm reach day 6. Undefined parts mean that the exclusion is too short; lunchtimes never owe education.
 */
export function educationDue(input: EducationInput): EducationDue {
  const { exclusion, index, ruleSet, promiseFromDay } = input;
  if (exclusion.kind === 'lunchtime') return { incomplete: false, run: [exclusion.id], working: [] };
  const joined = joinedBefore(input);
  const runStart = joined[0]?.start ?? exclusion.start;
  let incomplete = false;

  const startOf = (day: number): EducationStart | undefined => {
    const reachedOn = day <= 1 ? runStart.date : index.schoolDayAfter(runStart.date, day - 1);
    if (reachedOn === undefined) {
      const runsOn = exclusion.last === undefined || !index.covered(exclusion.last.date);
      incomplete ||= runsOn;
      return undefined;
    }
    if (exclusion.last !== undefined && reachedOn > exclusion.last.date) return undefined;
    if (reachedOn >= exclusion.start.date) return { date: reachedOn, day: Math.max(day, 1), reachedOn };
    const date = exclusion.start.date;
    return { date, day: index.schoolDaysBetween(runStart.date, date).length, reachedOn };
  };

  const law = startOf(ruleSet.educationFromDay.value);
  const promise = promiseFromDay === undefined ? undefined : startOf(promiseFromDay);
  const end = law?.date ?? exclusion.last?.date ?? promise?.date ?? exclusion.start.date;
  const sessions = index.sessionsBetween(
    runStart,
    end === exclusion.last?.date ? exclusion.last : { date: end, slot: 'pm' },
  );
  const { source, certainty } = ruleSet.educationFromDay;
  return {
    ...(law === undefined ? {} : { law: { ...law, source, certainty } }),
    ...(promise === undefined ? {} : { promise }),
    incomplete,
    run: [...joined.map(({ id }) => id), exclusion.id],
    working: index.workingFor(sessions),
  };
}
