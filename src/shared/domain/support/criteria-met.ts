import { assertNever } from '../../kernel/assert-never.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Criterion, CriterionRule, ReasonFact, RiskFacts, RiskReason } from './types.ts';

/** The criteria that a pupil meets by what is on record on a day, in their order, each with why. */
export const criteriaMet = (
  criteria: readonly Criterion[],
  facts: RiskFacts,
  today: IsoDate,
): readonly RiskReason[] =>
  criteria.flatMap(({ id, category, rule }) => {
    const fact = factFor(rule, facts);
    return fact === undefined ? [] : [{ criterionId: id, category, on: today, fact }];
  });

function factFor(
  rule: CriterionRule,
  { schoolYear, excludedOn, excludedHalfDays, placedOn, attendance, lookedAfter }: RiskFacts,
): ReasonFact | undefined {
  switch (rule.kind) {
    case 'excluded-times':
      return excludedOn.length < rule.times ? undefined : { kind: rule.kind, excludedOn };
    case 'excluded-days':
      return excludedHalfDays < rule.days * 2
        ? undefined
        : { kind: rule.kind, schoolYear, days: rule.days, halfDays: excludedHalfDays };
    case 'placed-times':
      return placedOn.length < rule.times ? undefined : { kind: rule.kind, placedOn };
    case 'attendance-below':
      return attendance === undefined || attendance.percent >= rule.percent
        ? undefined
        : { kind: rule.kind, below: rule.percent, ...attendance };
    case 'looked-after':
      return lookedAfter ? { kind: rule.kind } : undefined;
    case 'by-hand':
      return undefined;
    default:
      return assertNever(rule);
  }
}
