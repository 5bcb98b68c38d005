import type { OperationInput } from '#shared/contract/contract.ts';
import type { Criterion, CriterionKind } from '#shared/domain/support/types.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import type { Criteria } from './types.ts';

export interface CategoryDraft {
  readonly key: string;
  readonly letter: string;
  readonly name: string;
  readonly keyWorkerRole: string;
}

/** A criterion being edited: what its kind does not ask for is kept, should the kind be changed back. */
export interface CriterionDraft {
  readonly key: string;
  /** Missing for a new one. */
  readonly id?: string | undefined;
  readonly category: string;
  readonly kind: CriterionKind;
  readonly times: number | null;
  readonly days: number | null;
  readonly percent: number | null;
  readonly name: string;
}

export const newCriterion = (key: string, category: string): CriterionDraft => ({
  key,
  category,
  kind: 'by-hand',
  times: 1,
  days: 5,
  percent: 75,
  name: '',
});

export const toDrafts = ({ categories, criteria }: Criteria) => ({
  categories: categories.map((category): CategoryDraft => ({ ...category, key: category.letter })),
  criteria: criteria.map(({ id, category, rule }): CriterionDraft => ({
    ...newCriterion(id, category),
    ...rule,
    id,
  })),
});

/** What is missing, by the path of the field in the operation's input. */
export function criteriaErrors(
  categories: readonly CategoryDraft[],
  criteria: readonly CriterionDraft[],
): readonly FieldError[] {
  const wrong = (when: boolean, path: string, message: string) => (when ? [{ path, message }] : []);
  return [
    ...categories.flatMap(({ letter, name }, at) => [
      ...wrong(!/^[A-Za-z]$/.test(letter.trim()), `categories.${String(at)}.letter`, 'Enter one letter.'),
      ...wrong(name.trim() === '', `categories.${String(at)}.name`, 'Enter the name.'),
    ]),
    ...criteria.flatMap(({ category, kind, times, days, percent, name }, at) => {
      const path = `criteria.${String(at)}`;
      return [
        ...wrong(category === '', `${path}.category`, 'Choose one of the categories.'),
        ...wrong(
          (kind === 'excluded-times' || kind === 'placed-times') &&
            (times === null || !Number.isInteger(times) || times < 1 || times > 20),
          `${path}.rule.times`,
          'Enter a number from 1 to 20.',
        ),
        ...wrong(
          kind === 'excluded-days' && (days === null || !Number.isInteger(days) || days < 1 || days > 45),
          `${path}.rule.days`,
          'Enter a whole number of days from 1 to 45.',
        ),
        ...wrong(
          kind === 'attendance-below' &&
            (percent === null || !Number.isInteger(percent) || percent < 1 || percent > 100),
          `${path}.rule.percent`,
          'Enter a whole number from 1 to 100.',
        ),
        ...wrong(
          kind === 'by-hand' && name.trim() === '',
          `${path}.rule.name`,
          'Enter what the criterion is.',
        ),
      ];
    }),
  ];
}

/** The drafts as the operation takes them; to be called once nothing is missing. */
export const toCriteria = (
  categories: readonly CategoryDraft[],
  criteria: readonly CriterionDraft[],
): Omit<OperationInput<'support.save-criteria'>, 'version'> => ({
  categories: categories.map(({ letter, name, keyWorkerRole }) => ({ letter, name, keyWorkerRole })),
  criteria: criteria.map((draft) => ({
    ...(draft.id === undefined ? {} : { id: draft.id }),
    category: draft.category,
    rule: ruleOf(draft),
  })),
});

function ruleOf({ kind, times, days, percent, name }: CriterionDraft): Criterion['rule'] {
  switch (kind) {
    case 'excluded-times':
    case 'placed-times':
      return { kind, times: times ?? 1 };
    case 'excluded-days':
      return { kind, days: days ?? 1 };
    case 'attendance-below':
      return { kind, percent: percent ?? 1 };
    case 'looked-after':
      return { kind };
    case 'by-hand':
      return { kind, name };
    default:
      return assertNever(kind);
  }
}
