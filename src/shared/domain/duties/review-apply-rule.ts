import { covers } from '../calendar/covers.ts';
import type { RuleSource } from './rules/types.ts';
import type { DutyCase } from './types.ts';

/**
 * How many school days the parents have to apply for a review, from the day the decision counts as given, with where
 * that stands. Exclusions of a dated exception (coronavirus) have its days.
 */
export function reviewApplyRule({
  ruleSet,
  exclusion,
}: Pick<DutyCase, 'ruleSet' | 'exclusion'>): RuleSource & { readonly days: number } {
  const { value, source, certainty, reading } = ruleSet.review.applyDays;
  const exception = ruleSet.exceptions.find(
    (one) => one.reviewApplyDays !== undefined && covers(one, exclusion.start.date),
  );
  if (exception?.reviewApplyDays === undefined) {
    return { days: value, source, certainty, ...(reading === undefined ? {} : { reading }) };
  }
  return { days: exception.reviewApplyDays, source: exception.source, certainty: exception.certainty };
}
