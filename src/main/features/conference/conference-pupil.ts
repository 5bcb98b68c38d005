import type { OperationOutput } from '#shared/contract/contract.ts';
import { conferenceFigures } from '#shared/domain/conference/conference-figures.ts';
import { conferenceCriteriaMet } from '#shared/domain/conference/criteria-met.ts';
import type { ConferenceCriterion, ConferenceDay } from '#shared/domain/conference/types.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import type { ConferenceRow } from '../../storage/repositories/conference-rows.ts';

type Pupil = OperationOutput<'authority.conference'>['pupils'][number];

/** One pupil's exclusions of the year, first start first, with what they come to; named as in the latest of them. */
export function conferencePupil(
  rows: readonly ConferenceRow[],
  criteria: readonly ConferenceCriterion[],
  day: ConferenceDay,
  schoolName: (laEstab: string) => string,
): Pupil {
  const latest = rows.at(-1);
  if (latest === undefined) throw new Error('A pupil without an exclusion');
  const { upn, forename, surname, ncYear } = latest;
  return {
    upn,
    forename,
    surname,
    ...(ncYear === null ? {} : { ncYear }),
    schools: [...new Set(rows.map(({ laEstab }) => laEstab).toReversed())].map(schoolName),
    figures: conferenceFigures(rows, day),
    met: conferenceCriteriaMet(criteria, rows, day).map((one) => ({
      ...one,
      exclusions: [...one.exclusions],
    })),
    exclusions: rows.map((row) => shownExclusion(row, schoolName)),
  };
}

/** An exclusion with its school's name and its reasons in words. */
export const shownExclusion = (
  { laEstab, category, startDate, halfDays, notFinal, reasons }: ConferenceRow,
  schoolName: (laEstab: string) => string,
): Pupil['exclusions'][number] => ({
  laEstab,
  schoolName: schoolName(laEstab),
  category,
  startDate,
  halfDays,
  notFinal,
  reasons: reasons.map((code) => reasonsOn(startDate).find((one) => one.code === code)?.description ?? code),
});
