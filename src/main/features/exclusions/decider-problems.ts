import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { decidersOn, sameName, usualDecisionDay } from '#shared/domain/exclusions/deciders.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Draft, Preview, Problem } from './draft.ts';

/** The day of the decision: as entered, or the usual one. */
export const decisionDay = (draft: Draft, today: IsoDate): IsoDate =>
  draft.decidedOn ?? usualDecisionDay(draft.startDate, today);

/** The head and acting heads in force on the day of the decision, as the screen offers them. */
export const decidersOf = (draft: Draft, { heads, today }: CaseFacts): Preview['deciders'] =>
  decidersOn(heads, decisionDay(draft, today)).map(({ name, acting }) => ({ name, acting }));

const error = (field: string, message: string): Problem => ({ severity: 'error', field, message });

/** Only the head, or somebody who acts as head on the day of the decision, may exclude. */
export function deciderProblems(draft: Draft, facts: CaseFacts): Problem[] {
  const { heads, schoolPhase, today } = facts;
  const head = schoolPhase === 'pru' ? 'teacher in charge' : 'head teacher';
  const day = decisionDay(draft, today);
  const late =
    draft.decidedOn !== undefined && draft.decidedOn > today
      ? [error('decidedOn', 'The day of the decision is in the future. Check the day.')]
      : draft.decidedOn !== undefined && draft.startDate !== undefined && draft.decidedOn > draft.startDate
        ? [
            error(
              'decidedOn',
              'The decision is after the start. Nobody can be excluded before it is decided.',
            ),
          ]
        : [];
  if (heads.length === 0) {
    return [
      ...late,
      error(
        'decidedBy',
        `No ${head} is entered. Enter the name under Settings, Head and letters, then choose it here.`,
      ),
    ];
  }
  const may = decidersOn(heads, day);
  const names = may.map(({ name, acting }) => (acting ? `${name} (acting)` : name)).join(' or ');
  if (may.length === 0) {
    return [
      ...late,
      error(
        'decidedBy',
        `Nobody is entered who was ${head} or acting on ${formatDate(day)}. Enter the dates under Settings, Head and letters.`,
      ),
    ];
  }
  if (draft.decidedBy.trim() === '') {
    return [...late, error('decidedBy', `Enter who decided: on ${formatDate(day)} that is ${names}.`)];
  }
  if (may.some(({ name }) => sameName(name, draft.decidedBy))) return late;
  return [
    ...late,
    error(
      'decidedBy',
      `Only the ${head}, or who acts for them, may exclude. On ${formatDate(day)} that is ${names}.`,
    ),
  ];
}
