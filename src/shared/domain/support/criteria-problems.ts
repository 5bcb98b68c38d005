import { assertNever } from '../../kernel/assert-never.ts';
import type { FieldError } from '../../kernel/result.ts';
import type { Criterion, RiskCriteria } from './types.ts';

/** What contradicts itself in criteria: a letter given twice, a category that is not there, a criterion entered twice. */
export function criteriaProblems({ categories, criteria }: RiskCriteria): readonly FieldError[] {
  const letters = categories.map(({ letter }) => letter);
  const rules = criteria.map(({ rule }) => ruleKey(rule));
  return [
    ...letters.flatMap((letter, at) =>
      letters.indexOf(letter) < at
        ? [
            {
              path: `categories.${String(at)}.letter`,
              message: `${letter} is the letter of another category.`,
            },
          ]
        : [],
    ),
    ...criteria.flatMap(({ category }, at) =>
      letters.includes(category)
        ? []
        : [{ path: `criteria.${String(at)}.category`, message: 'Choose one of the categories.' }],
    ),
    ...rules.flatMap((key, at) =>
      rules.indexOf(key) < at
        ? [{ path: `criteria.${String(at)}`, message: 'This criterion is in the list already.' }]
        : [],
    ),
  ];
}

/** Criteria with different numbers may stand side by side: excluded once, excluded three times. */
function ruleKey(rule: Criterion['rule']): string {
  switch (rule.kind) {
    case 'excluded-times':
    case 'placed-times':
      return `${rule.kind} ${String(rule.times)}`;
    case 'excluded-days':
      return `${rule.kind} ${String(rule.days)}`;
    case 'attendance-below':
      return `${rule.kind} ${String(rule.percent)}`;
    case 'looked-after':
      return rule.kind;
    case 'by-hand':
      return `${rule.kind} ${rule.name.toLocaleLowerCase('en-GB')}`;
    default:
      return assertNever(rule);
  }
}
