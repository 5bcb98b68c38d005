import { formatSession } from '../domain/calendar/format-date.ts';
import type { RegisterClash } from '../domain/register/compare-register.ts';
import type { CodedSession, CodeReason } from '../domain/register/types.ts';
import type { IsoDate } from '../kernel/plain-date.ts';

/**
 * Why a session has its code, in a few words: "taught at Riverside Centre, arranged by the authority". From `today` on
 * only what is booked is known, and the words say so.
 */
export function codeWhy({ date, reason }: Pick<CodedSession, 'date' | 'reason'>, today: IsoDate): string {
  const coming = date >= today;
  if (reason.type === 'no-place') return coming ? 'no place booked so far' : 'out, with no place';
  if (reason.type === 'held-only') {
    return coming
      ? `place at ${reason.providerName} only held, not booked`
      : `out: the place at ${reason.providerName} was held, never booked`;
  }
  if (reason.type === 'not-taken-up') {
    return `out: the place at ${reason.providerName} was not taken up; another absence code may be right`;
  }
  return `${coming ? 'as booked, ' : 'taught '}at ${reason.providerName}${HOW[reason.as]}`;
}

const HOW: Readonly<Record<Extract<CodeReason, { type: 'place' }>['as'], string>> = {
  'own-unit': ', the school’s own unit',
  'at-home': ', at home: no supervised place',
  'other-hours': ', at other hours than the session that is marked',
  dual: ', where the pupil is registered too',
  authority: ', arranged by the authority',
  'off-site': '',
};

/** What a clash means and what to do about it, in a sentence or two. `givenBack`: a half day that was given back. */
export function clashText(
  clash: RegisterClash,
  { why, known, givenBack }: { readonly why: string; readonly known: boolean; readonly givenBack: boolean },
): string {
  if (clash.kind === 'other-code') {
    return `The register has ${clash.mark.code}, the record says ${clash.expected.code}: ${why}.`;
  }
  if (clash.kind === 'no-mark') {
    return `The register has no mark for ${formatSession(clash.expected)}; it should be ${clash.expected.code}: ${why}.`;
  }
  const { code } = clash.mark;
  if (!known) return `The register has ${code} for a UPN that is not on your roll here. Check the number.`;
  if (givenBack) {
    return `The register has ${code}, but this session was given back: the pupil was not out. Correct the mark.`;
  }
  return code === 'E'
    ? 'The register has E, but no exclusion is recorded for this session. Correct the mark, or record the exclusion.'
    : `The register has ${code}, but no exclusion is recorded for this session. That is right only if the pupil was there for another reason.`;
}
