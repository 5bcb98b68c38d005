import type { IsoDate } from '../../kernel/plain-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { addReasons, bringsNews } from './add-reasons.ts';
import type { RiskReason } from './types.ts';

/** What becomes of a pupil's place on the register, with the reasons of the entry that is open then. */
export type RegisterChange =
  { readonly as: 'unchanged' } | { readonly as: 'raised' | 'added'; readonly reasons: readonly RiskReason[] };

/**
 * What of the criteria met may put a pupil on the register: not a figure of attendance of an earlier school year, which
 * is no news of this one. Such a figure still says that an entry is not over while there is none of this year.
 */
export const ofThisYear = (met: readonly RiskReason[], today: IsoDate): readonly RiskReason[] =>
  met.filter(({ fact }) => fact.kind !== 'attendance-below' || schoolYearOf(fact.on) >= schoolYearOf(today));

/**
 * Whether what is met now puts a pupil on the register, or is added to the entry that is open. `latest`: the pupil's open
 * entry, or else the one signed off last. What a person says (`byHand`) always counts; what the records say only as far
 * as it was not known when the pupil was signed off.
 */
export function registerChange(
  latest: { readonly reasons: readonly RiskReason[]; readonly open: boolean } | undefined,
  onRecord: readonly RiskReason[],
  byHand: readonly RiskReason[] = [],
): RegisterChange {
  const met = [...onRecord, ...byHand];
  if (latest?.open === true) {
    const reasons = addReasons(latest.reasons, met);
    return reasons === undefined ? { as: 'unchanged' } : { as: 'added', reasons };
  }
  const news = byHand.length > 0 || bringsNews(latest?.reasons ?? [], met);
  return met.length > 0 && news ? { as: 'raised', reasons: met } : { as: 'unchanged' };
}

/**
 * What was known of a pupil when they were signed off, without what an exclusion that is issued now makes new: one that
 * was taken back and is issued again, corrected, begins on a day that is known already. `start`: its first day.
 */
export const knownBefore = (known: readonly RiskReason[], start: IsoDate): readonly RiskReason[] =>
  known.flatMap((reason) => {
    const { fact } = reason;
    if (fact.kind === 'excluded-days') return fact.schoolYear === schoolYearOf(start) ? [] : [reason];
    if (fact.kind !== 'excluded-times') return [reason];
    return [{ ...reason, fact: { ...fact, excludedOn: fact.excludedOn.filter((day) => day !== start) } }];
  });
