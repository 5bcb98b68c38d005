import { referenceTermOf } from '../calendar/school-year.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { annualReturn, termlyReturn } from './periods.ts';
import type { CensusTerm, ReturnPeriod } from './types.ts';

const TERMS: Readonly<Record<ReturnType<typeof referenceTermOf>['name'], CensusTerm>> = {
  autumn: 'AUT',
  spring: 'SPR',
  summer: 'SUM',
};

/** The annual return of a school year is collected in the second spring after it began. */
const COLLECTED_AFTER = 2;

/**
 * The smallest period that holds every start date: one term, else one school year (1 September to 31 August); undefined
 * where there is no date, or the dates are of more than one school year.
 */
export function periodHolding(dates: readonly IsoDate[]): ReturnPeriod | undefined {
  const first = dates.reduce<IsoDate | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  const last = dates.reduce<IsoDate | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  if (first === undefined || last === undefined) return undefined;
  const { name, schoolYear } = referenceTermOf(first);
  const term = termlyReturn(TERMS[name], schoolYear);
  if (last <= term.to) return term;
  const began = Number(first.slice(0, 4)) - (first.slice(5) < '09-01' ? 1 : 0);
  const year = annualReturn(began + COLLECTED_AFTER);
  return last <= year.to ? year : undefined;
}
