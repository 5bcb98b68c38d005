import { describeLine, summariseWorking } from '#shared/domain/calendar/describe-working.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import { maxReasonsOn, reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { exclusionNoun } from '#shared/text/exclusion-words.ts';
import type { JudgedCase } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import { chainProblems } from './chain-problems.ts';
import { consequencesOf } from './consequences.ts';
import { decidersOf } from './decider-problems.ts';
import { previewDuties } from './preview-duties.ts';
import { problemsOfEntries, reasonsDay } from './draft-problems.ts';
import { spanOfDraft, type Span, type SpanOutcome } from './draft-span.ts';
import type { Draft, Preview } from './draft.ts';

/** A draft judged against the facts: what the screen shows, and what issuing would write. */
export interface Assessment {
  readonly ruleSet: RuleSet;
  /** Missing while the dates are incomplete or wrong. */
  readonly span: Span | undefined;
  readonly preview: Preview;
}

const LATEST = RULE_SETS.at(-1);

/**
 * Judges a draft: counts it, adds it to the pupil's totals, finds what stands in the way. Pure and quick: it runs
 * at every keystroke, and again inside the transaction that issues. `issued` is given for an exclusion that is issued
 * already: its sessions stand, and are not counted again.
 */
export function assessDraft(
  draft: Draft,
  facts: CaseFacts,
  issued?: { readonly span: Span; readonly judged: JudgedCase },
): Assessment {
  const known = ruleSetOn(draft.startDate ?? facts.today);
  const ruleSet = known ?? LATEST;
  if (ruleSet === undefined) throw new Error('There are no rule sets');
  const noun = exclusionNoun(draft.kind, ruleSet);
  const { span, problem }: SpanOutcome =
    issued === undefined ? spanOfDraft(draft, facts.index, noun) : { span: issued.span };
  const consequences =
    span === undefined ? undefined : consequencesOf(draft, span, facts, ruleSet, issued?.judged);
  const problems = [
    ...(problem === undefined ? [] : [problem]),
    ...(consequences?.problems ?? []),
    ...problemsOfEntries(draft, facts, known, noun),
    ...chainProblems(draft, span, facts, ruleSet),
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
      duties: consequences === undefined ? [] : previewDuties(consequences.dutyCase, facts.today),
      examsMissed: (consequences?.dutyCase.examsMissed ?? []).map(({ kind, name, date, slot }) => ({
        kind,
        name,
        date,
        slot,
      })),
      deciders: decidersOf(draft, facts),
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
