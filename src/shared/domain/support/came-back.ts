import type { ReferralState } from './types.ts';

/** Referrals that came back and were neither made again nor closed: the school has to do something. */
export function cameBack<
  R extends { readonly id: string; readonly state: ReferralState; readonly againOf: string | null },
>(referrals: readonly R[]): readonly R[] {
  const again = new Set(referrals.map(({ againOf }) => againOf));
  return referrals.filter(({ id, state }) => state === 'returned' && !again.has(id));
}
