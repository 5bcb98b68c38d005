import type { ConferenceCriterion } from '#shared/domain/conference/types.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** What can be chosen: the kinds, permanent exclusions in their two readings. */
export const CRITERION_CHOICES = [
  { value: 'days-in-term', label: 'Days this term', number: 'Over', suffix: 'days', first: 10, step: 0.5 },
  {
    value: 'days-in-year',
    label: 'Days this school year',
    number: 'Over',
    suffix: 'days',
    first: 15,
    step: 0.5,
  },
  {
    value: 'times-in-year',
    label: 'Exclusions this school year',
    number: 'From',
    suffix: 'on',
    first: 3,
    step: 1,
  },
  {
    value: 'near-limit',
    label: 'Near the limit of the law',
    number: 'Within',
    suffix: 'days',
    first: 5,
    step: 0.5,
  },
  {
    value: 'schools',
    label: 'Excluded at several schools',
    number: 'At',
    suffix: 'or more',
    first: 2,
    step: 1,
  },
  { value: 'not-final', label: 'Permanent exclusion, not final yet' },
  { value: 'any', label: 'Permanent exclusion' },
] as const;

export type CriterionChoice = (typeof CRITERION_CHOICES)[number]['value'];

/** A criterion being edited; its number stays when the kind is changed and back. */
export interface CriterionDraft {
  readonly key: string;
  readonly choice: CriterionChoice;
  readonly number: number | null;
}

export const choiceOf = (choice: CriterionChoice) =>
  CRITERION_CHOICES.find(({ value }) => value === choice) ?? CRITERION_CHOICES[0];

export function toDraft(criterion: ConferenceCriterion, key: string): CriterionDraft {
  switch (criterion.kind) {
    case 'days-in-term':
    case 'days-in-year':
      return { key, choice: criterion.kind, number: criterion.overDays };
    case 'times-in-year':
      return { key, choice: criterion.kind, number: criterion.times };
    case 'schools':
      return { key, choice: criterion.kind, number: criterion.schools };
    case 'near-limit':
      return { key, choice: criterion.kind, number: criterion.withinDays };
    case 'permanent':
      return { key, choice: criterion.which, number: null };
    default:
      return assertNever(criterion);
  }
}

/** The criterion of a draft; undefined while its number is missing. What a number may be, the operation says. */
export function toCriterion({ choice, number }: CriterionDraft): ConferenceCriterion | undefined {
  if (choice === 'any' || choice === 'not-final') return { kind: 'permanent', which: choice };
  if (number === null) return undefined;
  switch (choice) {
    case 'days-in-term':
    case 'days-in-year':
      return { kind: choice, overDays: number };
    case 'times-in-year':
      return { kind: choice, times: number };
    case 'schools':
      return { kind: choice, schools: number };
    case 'near-limit':
      return { kind: choice, withinDays: number };
    default:
      return assertNever(choice);
  }
}

/** The field of the operation's input that a draft's number goes to. */
export const NUMBER_PATHS: Readonly<Partial<Record<CriterionChoice, string>>> = {
  'days-in-term': 'overDays',
  'days-in-year': 'overDays',
  'times-in-year': 'times',
  schools: 'schools',
  'near-limit': 'withinDays',
};
