import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { DutyCase, RuleSet } from '#shared/domain/duties/types.ts';
import { findClashes, type PlacedExclusion } from '#shared/domain/exclusions/clashes.ts';
import type { LimitCheck } from '#shared/domain/exclusions/limits.ts';
import type { LimitBar } from '#shared/domain/exclusions/types.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { judgeCase, noticeDay, type JudgedCase, type JudgedExclusion } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import { withoutWhatItTakesOver } from './chained.ts';
import type { Span } from './draft-span.ts';
import type { Draft, Preview, Problem } from './draft.ts';
import { educationWords } from './education-words.ts';
import { examProblems } from './exam-problems.ts';
import { governorsWarning } from './governors-words.ts';
import { termLabel } from './term-label.ts';

/** What follows from the dates of a draft: totals, education, what it obliges, what stands in the way. */
export interface Consequences {
  readonly bars: Pick<Preview, 'term' | 'year'>;
  readonly educationDue: Preview['educationDue'];
  readonly problems: readonly Problem[];
  /** What its duties follow from. */
  readonly dutyCase: DutyCase;
}

/** Stands for the draft among the pupil's exclusions while it has no id. */
const UNSAVED = 'this draft';

export function consequencesOf(
  draft: Draft,
  span: Span,
  facts: CaseFacts,
  ruleSet: RuleSet,
  issued?: JudgedCase,
): Consequences {
  const { index, pupil, today } = facts;
  const others = withoutWhatItTakesOver(draft, span.start, facts.others);
  const judged = issued ?? judgeDraft(draft, span, facts, ruleSet, others);
  const { limits, education: due, dutyCase } = judged;
  const exclusion: PlacedExclusion = {
    id: draft.id ?? UNSAVED,
    kind: draft.kind,
    start: span.start,
    halfDays: span.halfDays,
  };
  const lengthField = draft.lengthBy === 'end' ? 'end' : 'halfDays';
  const clashes = findClashes({ exclusion, others, pupil, index, ruleSet }).map(
    ({ severity, field, message, otherId }): Problem => {
      const other = others.find(({ id }) => id === otherId);
      return {
        severity,
        field: field === 'halfDays' ? lengthField : field,
        message: other === undefined ? message : `${message} It is: ${other.title}.`,
      };
    },
  );
  const governors = governorsWarning({
    kind: draft.kind,
    ruleSet,
    index,
    term: limits.decisiveTerm,
    toldOn: noticeDay(span.start.date, today),
  });
  return {
    bars: barsOf(limits),
    educationDue: educationWords(due),
    dutyCase,
    problems: [
      ...(limits.refusal === undefined
        ? []
        : [{ severity: 'error' as const, field: lengthField, message: limits.refusal }]),
      ...clashes,
      ...(governors === undefined ? [] : [{ severity: 'warning' as const, message: governors }]),
      ...examProblems(dutyCase),
      ...(due.incomplete
        ? [
            {
              severity: 'warning' as const,
              message:
                'The day education must start cannot be worked out: it falls in a term whose dates are not entered. Enter them under Settings, Calendar.',
            },
          ]
        : []),
    ],
  };
}

/**
 * Limits are tested against everything the pupil has; what the governors and others owe follows from what began before,
 * as it will once the draft is issued.
 */
function judgeDraft(
  draft: Draft,
  span: Span,
  facts: CaseFacts,
  ruleSet: RuleSet,
  others: CaseFacts['others'],
): JudgedCase {
  const { start, end, halfDays } = span;
  const { followsId, followsAs } = draft;
  const exclusion: JudgedExclusion = {
    id: draft.id ?? UNSAVED,
    kind: draft.kind,
    start,
    ...(end === undefined ? {} : { decidedEnd: end, end }),
    decidedHalfDays: draft.kind === 'permanent' ? 0 : halfDays.length,
    halfDays,
    state: 'draft',
    ruleSet,
    noticeOn: noticeDay(start.date, facts.today),
    inCare: facts.pupil.inCare,
    ...(followsId === undefined || followsAs === undefined
      ? {}
      : { follows: { id: followsId, as: followsAs } }),
  };
  const judged = judgeCase(exclusion, facts, others);
  const before = others.filter((other) => sessionKey(other.start) < sessionKey(start));
  if (before.length === others.length) return judged;
  return { ...judged, dutyCase: judgeCase(exclusion, facts, before).dutyCase };
}

function barsOf({ decisiveTerm, years }: LimitCheck): Consequences['bars'] {
  const year = years.toSorted((a, b) => b.after - a.after)[0];
  return {
    ...(decisiveTerm === undefined ? {} : { term: totalBar(decisiveTerm) }),
    ...(year === undefined ? {} : { year: totalBar(year) }),
  };
}

const totalBar = (bar: LimitBar): NonNullable<Preview['term']> => ({
  label: capitalise(termLabel(bar)),
  beforeHalfDays: bar.before,
  afterHalfDays: bar.after,
  earlierHalfDays: bar.earlier,
  crosses: [...bar.crosses],
});
