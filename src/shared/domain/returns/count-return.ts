import type { ReturnCounts } from './types.ts';

interface CountedPupil {
  readonly exclusions: readonly { readonly category: string; readonly sessions?: number }[];
}

/** What a return contains; `sessions` counts half days of fixed-period exclusions (SUSP, once FIXD). */
export function countReturn(pupils: readonly CountedPupil[]): ReturnCounts {
  const all = pupils.flatMap((pupil) => pupil.exclusions);
  const fixed = all.filter(({ category }) => category === 'SUSP' || category === 'FIXD');
  return {
    pupils: pupils.length,
    fixedPeriod: fixed.length,
    permanent: all.filter(({ category }) => category === 'PERM').length,
    lunchtime: all.filter(({ category }) => category === 'LNCH').length,
    sessions: fixed.reduce((sum, { sessions = 0 }) => sum + sessions, 0),
  };
}
