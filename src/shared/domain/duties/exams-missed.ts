import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import type { Examination, RuleSet } from './types.ts';

export interface ExamsMissedInput {
  /** The pupil's sittings: their own and those of their year group. */
  readonly sittings: readonly Examination[];
  readonly kind: ExclusionKind;
  readonly start: Session;
  /** The half days out; of a permanent exclusion none are needed. */
  readonly sessionsOut: readonly Session[];
  readonly index: CalendarIndex;
  readonly ruleSet: RuleSet;
}

/**
 * The sittings that an exclusion makes the pupil miss, in order: of a fixed period those in its half days, of a
 * permanent exclusion those from its start to the end of the school year, of lunchtimes none. Only the kinds that
 * count under the rule set.
 */
export function examsMissed(input: ExamsMissedInput): readonly Examination[] {
  const { sittings, kind, start, sessionsOut, index, ruleSet } = input;
  if (kind === 'lunchtime') return [];
  const out = new Set(sessionsOut.map(sessionKey));
  const year = index.schoolYearOf(start.date);
  const missed = (sitting: Examination): boolean =>
    kind === 'permanent'
      ? sessionKey(sitting) >= sessionKey(start) && index.schoolYearOf(sitting.date) === year
      : out.has(sessionKey(sitting));
  return sittings
    .filter((sitting) => ruleSet.examinations.value.includes(sitting.kind) && missed(sitting))
    .toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
}
