import type { ReferralState } from './types.ts';

/** What an agency or the school can still say of a referral; a closed one stays closed. */
const NEXT: Readonly<Record<ReferralState, readonly Exclude<ReferralState, 'sent'>[]>> = {
  sent: ['accepted', 'returned', 'closed'],
  accepted: ['returned', 'closed'],
  returned: ['closed'],
  closed: [],
};

/** The states that a referral can come to from one, in the order in which they are offered. */
export const referralSteps = (state: ReferralState): readonly Exclude<ReferralState, 'sent'>[] => NEXT[state];
