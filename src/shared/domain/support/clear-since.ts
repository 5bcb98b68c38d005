import type { IsoDate } from '../../kernel/plain-date.ts';
import type { ReasonFact, RiskFacts, RiskReason } from './types.ts';

/**
 * Since when nothing that put a pupil on the register is met by what is on record: the day that the better figure of
 * attendance covers, 1 August for what counted in a school year that is over; where no record has the day, that on which
 * the reason was found. Undefined while a criterion is met, and where a person noted a reason by hand, which only a
 * person can say is over. `met`: what is met now.
 */
export function clearSince(
  reasons: readonly RiskReason[],
  met: readonly RiskReason[],
  facts: RiskFacts,
): IsoDate | undefined {
  if (met.length > 0 || reasons.some(({ fact }) => fact.kind === 'by-hand')) return undefined;
  return reasons
    .map(({ fact, on }) => {
      const day = overOn(fact, facts);
      return day === undefined || day < on ? on : day;
    })
    .toSorted()
    .at(-1);
}

function overOn(fact: ReasonFact, { schoolYear, attendance }: RiskFacts): IsoDate | undefined {
  const began = `${String(schoolYear)}-08-01`;
  switch (fact.kind) {
    case 'attendance-below':
      return attendance?.on;
    case 'excluded-times':
      return fact.excludedOn.every((day) => day < began) ? began : undefined;
    case 'placed-times':
      return fact.placedOn.every((day) => day < began) ? began : undefined;
    case 'excluded-days':
      return fact.schoolYear < schoolYear ? began : undefined;
    default:
      return undefined;
  }
}
