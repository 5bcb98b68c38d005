import type { OperationOutput } from '#shared/contract/contract.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import { totals } from '#shared/domain/exclusions/totals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import type { PupilCase } from '../../storage/repositories/pupil-case.ts';
import type { EarlierDaysRecord } from '../../storage/repositories/pupil-earlier-days.ts';

type Years = OperationOutput<'pupils.get'>['years'];

const TERMS = ['autumn', 'spring', 'summer'] as const;

/**
 * What a pupil has been out by term and school year, newest year first: issued exclusions and earlier schools. The
 * present year is always there, even when it is empty.
 */
export function yearTotals(
  { exclusions, halfDays }: Pick<PupilCase, 'exclusions' | 'halfDays'>,
  earlier: readonly EarlierDaysRecord[],
  { index, today }: { readonly index: CalendarIndex; readonly today: IsoDate },
): Years {
  const halfDaysOf = groupRows(halfDays, ({ exclusionId }) => exclusionId);
  const counted = exclusions
    .filter(({ state }) => state !== 'draft')
    .map(({ id, kind }) => ({ id, kind, halfDays: halfDaysOf.get(id) ?? [] }));
  const totalsBy = (ruleSet: RuleSet) => totals({ exclusions: counted, earlier, index, ruleSet });
  const now = schoolYearOf(today);
  const years = new Set([now, ...totalsBy(ruleSetIn(today)).years.map(({ schoolYear }) => schoolYear)]);
  return [...years]
    .toSorted((a, b) => b - a)
    .map((schoolYear) => {
      // Whether earlier schools count in a term is for the rules of that year to say.
      const found = totalsBy(ruleSetIn(`${String(schoolYear)}-09-01`));
      const year = found.years.find((one) => one.schoolYear === schoolYear);
      return {
        schoolYear,
        halfDays: year?.halfDays ?? 0,
        earlierHalfDays: year?.earlierHalfDays ?? 0,
        terms: TERMS.map((term) => ({
          term,
          halfDays:
            found.terms.find((one) => one.schoolYear === schoolYear && one.name === term)?.halfDays ?? 0,
        })),
      };
    });
}

function ruleSetIn(date: IsoDate): RuleSet {
  const found = ruleSetOn(date) ?? RULE_SETS.at(0);
  if (found === undefined) throw new Error('There are no rule sets');
  return found;
}
