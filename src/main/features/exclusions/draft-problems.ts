import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import { maxReasonsOn, reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/plain-date.ts';
import { deciderProblems } from './decider-problems.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Draft, Problem } from './draft.ts';

/** After so many days a start in the past is worth a second look: everybody should have been told long ago. */
const LATE_AFTER_DAYS = 7;

/** A start further ahead is more often a slip of the month than a decision. */
const AHEAD_AFTER_DAYS = 30;

const error = (field: string, message: string): Problem => ({ severity: 'error', field, message });
const warning = (field: string, message: string): Problem => ({ severity: 'warning', field, message });

/** The day whose reason codes hold: the start's, until there is one the incident's. */
export const reasonsDay = (draft: Draft, today: IsoDate): IsoDate =>
  draft.startDate ?? draft.incidentOn ?? today;

function ofReasons(draft: Draft, today: IsoDate): Problem[] {
  const day = reasonsDay(draft, today);
  const max = maxReasonsOn(day);
  if (draft.reasons.length === 0) return [error('reasons', 'Choose at least one reason.')];
  const valid = new Set(reasonsOn(day).map(({ code }) => code));
  const unknown = draft.reasons.filter((code) => !valid.has(code));
  return [
    ...unknown.map((code) =>
      error('reasons', `${code} is not a reason that can be given on ${formatDate(day)}. Choose another.`),
    ),
    ...(draft.reasons.length > max
      ? [error('reasons', `Choose no more than ${max === 1 ? 'one reason' : `${String(max)} reasons`}.`)]
      : []),
    ...(new Set(draft.reasons).size < draft.reasons.length
      ? [error('reasons', 'Choose each reason only once.')]
      : []),
  ];
}

function ofIncident(draft: Draft, today: IsoDate, noun: string): Problem[] {
  const { incidentOn, startDate } = draft;
  const account =
    draft.incidentAccount.trim() === ''
      ? [
          warning(
            'incidentAccount',
            'What happened is not written down yet. The letter to the parents needs it.',
          ),
        ]
      : [];
  if (incidentOn === undefined) {
    return [error('incidentOn', 'Enter the day of the incident.'), ...account];
  }
  if (incidentOn > today) {
    return [error('incidentOn', 'The incident is in the future. Check the day.'), ...account];
  }
  if (startDate !== undefined && incidentOn > startDate) {
    return [error('incidentOn', `The incident is after the ${noun} starts. Check both days.`), ...account];
  }
  return account;
}

function ofStart({ startDate }: Draft, today: IsoDate, ruleSet: RuleSet | undefined): Problem[] {
  if (startDate === undefined) return [];
  if (ruleSet === undefined) {
    return [error('startDate', 'First Day knows the rules from 20 January 2003 on. Check the year.')];
  }
  const ahead = daysBetween(today, startDate);
  if (ahead > AHEAD_AFTER_DAYS) {
    return [warning('startDate', `The start is ${String(ahead)} days ahead. Check the month and year.`)];
  }
  if (-ahead > LATE_AFTER_DAYS) {
    const ago = String(-ahead);
    return [
      warning(
        'startDate',
        `The start was ${ago} days ago. The parents and the ${ruleSet.words.authority} have to be told without delay.`,
      ),
    ];
  }
  return [];
}

function ofPupil({ pupil, otherDrafts }: CaseFacts, ruleSet: RuleSet | undefined): Problem[] {
  const tell =
    ruleSet?.id === 'england-2022'
      ? ' Tell the social worker and the virtual school head without delay.'
      : '';
  return [
    ...(pupil.inCare
      ? [warning('pupilId', `This pupil is in care.${tell} Plan education from the first day.`)]
      : []),
    ...otherDrafts.map(({ title }) =>
      warning(
        'pupilId',
        `This pupil has another draft: ${title}. Open that one if it is about the same incident.`,
      ),
    ),
  ];
}

/**
 * What is missing or doubtful in the entries themselves. `ruleSet` is missing for a start before there are rules.
 * Sources: reasons and their number, the school census; whom to tell, SI 2022/788 for pupils in care.
 */
export function problemsOfEntries(
  draft: Draft,
  facts: CaseFacts,
  ruleSet: RuleSet | undefined,
  noun: string,
): Problem[] {
  return [
    ...ofStart(draft, facts.today, ruleSet),
    ...ofIncident(draft, facts.today, noun),
    ...ofReasons(draft, facts.today),
    ...deciderProblems(draft, facts),
    ...ofPupil(facts, ruleSet),
  ];
}
