import { describeLine, summariseWorking } from '#shared/domain/calendar/describe-working.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import { findClashes, type PlacedExclusion } from '#shared/domain/exclusions/clashes.ts';
import { educationDue } from '#shared/domain/exclusions/education-due.ts';
import { checkLimits, type LimitCheck } from '#shared/domain/exclusions/limits.ts';
import { maxReasonsOn, reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import type { LimitBar } from '#shared/domain/exclusions/types.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { capitalise, exclusionNoun } from '#shared/text/exclusion-words.ts';
import type { CaseFacts } from './case-facts.ts';
import { problemsOfEntries, reasonsDay } from './draft-problems.ts';
import { spanOfDraft, type Span, type SpanOutcome } from './draft-span.ts';
import type { Draft, Preview, Problem } from './draft.ts';
import { educationWords } from './education-words.ts';
import { governorsWarning } from './governors-words.ts';
import { termLabel } from './term-label.ts';

/** A draft judged against the facts: what the screen shows, and what issuing would write. */
export interface Assessment {
  readonly ruleSet: RuleSet;
  /** Missing while the dates are incomplete or wrong. */
  readonly span: Span | undefined;
  readonly preview: Preview;
}

/** Stands for the draft among the pupil's exclusions while it has no id. */
const UNSAVED = 'this draft';

const LATEST = RULE_SETS.at(-1);

/**
 * Judges a draft: counts it, adds it to the pupil's totals, finds what stands in the way. Pure and quick: it runs
 * at every keystroke, and again inside the transaction that issues. `issuedSpan` is given for an exclusion that is
 * issued already: its sessions stand, and are not counted again.
 */
export function assessDraft(draft: Draft, facts: CaseFacts, issuedSpan?: Span): Assessment {
  const known = ruleSetOn(draft.startDate ?? facts.today);
  const ruleSet = known ?? LATEST;
  if (ruleSet === undefined) throw new Error('There are no rule sets');
  const noun = exclusionNoun(draft.kind, ruleSet);
  const { span, problem }: SpanOutcome =
    issuedSpan === undefined ? spanOfDraft(draft, facts.index, noun) : { span: issuedSpan };
  const consequences = span === undefined ? undefined : consequencesOf(draft, span, facts, ruleSet);
  const problems = [
    ...(problem === undefined ? [] : [problem]),
    ...(consequences?.problems ?? []),
    ...problemsOfEntries(draft, facts, known, noun),
  ];
  const day = reasonsDay(draft, facts.today);
  return {
    ruleSet,
    span,
    preview: {
      ruleSet: { id: ruleSet.id, name: ruleSet.name, noun, authority: ruleSet.words.authority },
      sessions: [...(span?.halfDays ?? [])],
      ...(span === undefined || draft.kind === 'permanent' ? {} : { halfDays: span.halfDays.length }),
      ...(span?.end === undefined ? {} : { end: span.end }),
      ...(span?.returnsOn === undefined ? {} : { returnsOn: span.returnsOn }),
      working: (span?.working ?? []).map((line) => ({ type: line.type, text: describeLine(line) })),
      summary: span === undefined ? '' : summaryOf(draft, span, facts),
      ...consequences?.bars,
      educationDue: consequences?.educationDue ?? {},
      reasons: reasonsOn(day).map(({ code, description }) => ({ code, description })),
      maxReasons: maxReasonsOn(day),
      problems,
      canIssue: problems.every(({ severity }) => severity !== 'error'),
    },
  };
}

function summaryOf(draft: Draft, span: Span, { index }: CaseFacts): string {
  if (draft.kind !== 'permanent') {
    const { halfDays, returnsOn, working } = span;
    const lunchtime = draft.kind === 'lunchtime';
    return summariseWorking(working, {
      count: halfDays.length,
      unit: lunchtime ? 'lunchtime' : 'session',
      ...(returnsOn === undefined
        ? {}
        : { returnsOn: { date: returnsOn.date, slot: lunchtime ? 'lunch' : returnsOn.slot } as const }),
    });
  }
  const covered = sessionsToCover(
    {
      kind: 'permanent',
      startDate: span.start.date,
      startSlot: span.start.slot,
      endDate: null,
      endSlot: null,
    },
    index,
  ).at(-1);
  if (covered === undefined) return 'Permanent: it has no end, and its days are not counted.';
  return (
    'Permanent: it has no end, and its days are not counted. Places are needed for the first ' +
    `${String(covered.day)} school days, to ${formatDate(covered.date)}.`
  );
}

interface Consequences {
  readonly bars: Pick<Preview, 'term' | 'year'>;
  readonly educationDue: Preview['educationDue'];
  readonly problems: readonly Problem[];
}

function consequencesOf(draft: Draft, span: Span, facts: CaseFacts, ruleSet: RuleSet): Consequences {
  const { index, others, earlier, pupil, today, promiseFromDay } = facts;
  const exclusion: PlacedExclusion = {
    id: draft.id ?? UNSAVED,
    kind: draft.kind,
    start: span.start,
    halfDays: span.halfDays,
  };
  const limits = checkLimits({ exclusion, others, earlier, index, ruleSet });
  const due = educationDue({
    exclusion: {
      id: exclusion.id,
      kind: draft.kind,
      start: span.start,
      ...(span.end === undefined ? {} : { last: span.end }),
    },
    others: others.map(({ id, kind, start, end }) => ({
      id,
      kind,
      start,
      ...(end === undefined ? {} : { last: end }),
    })),
    index,
    ruleSet,
    ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
  });
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
    // Without delay: on the day of issue, and no later than the start of one that is entered afterwards.
    toldOn: span.start.date < today ? span.start.date : today,
  });
  return {
    bars: barsOf(limits),
    educationDue: educationWords(due),
    problems: [
      ...(limits.refusal === undefined
        ? []
        : [{ severity: 'error' as const, field: lengthField, message: limits.refusal }]),
      ...clashes,
      ...(governors === undefined ? [] : [{ severity: 'warning' as const, message: governors }]),
      ...(due.incomplete
        ? [
            {
              severity: 'warning' as const,
              message:
                'The day education must start cannot be worked out: it falls in a term whose dates are not entered. Enter them under Settings, school calendar.',
            },
          ]
        : []),
    ],
  };
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
