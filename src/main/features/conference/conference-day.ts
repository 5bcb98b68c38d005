import { referenceTermOf, schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { TermName } from '#shared/domain/calendar/types.ts';
import type { ConferenceDay } from '#shared/domain/conference/types.ts';
import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { termlyReturn } from '#shared/domain/returns/periods.ts';
import type { CensusTerm } from '#shared/domain/returns/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';

const CENSUS_TERM: Readonly<Record<TermName, CensusTerm>> = { autumn: 'AUT', spring: 'SPR', summer: 'SUM' };

/** What a day has around it: its term by the reference dates, its school year, and the limit of the law. */
export function conferenceDay(
  asOf: IsoDate,
): ConferenceDay & { readonly yearFrom: IsoDate; readonly termName: string } {
  const { schoolYear, name } = referenceTermOf(asOf);
  const limit = (ruleSetOn(asOf) ?? RULE_SETS[0])?.maxYearDays.value;
  if (limit === undefined) throw new Error('There are no rule sets');
  return {
    asOf,
    termFrom: termlyReturn(CENSUS_TERM[name], schoolYear).from,
    yearFrom: `${schoolYearOf(asOf)}-08-01`,
    termName: `${termWords(name)} ${formatSchoolYear(schoolYear)}`,
    limitDays: limit,
  };
}
