import type { Handlers } from '../context.ts';
import { answerReferral } from './answer-referral.ts';
import { endAgency } from './end-agency.ts';
import { listAgencies } from './list-agencies.ts';
import { listReferrals } from './list-referrals.ts';
import { makeReferral } from './make-referral.ts';
import { saveAgency } from './save-agency.ts';

export const referralsHandlers = {
  'referrals.agencies': listAgencies,
  'referrals.save-agency': saveAgency,
  'referrals.end-agency': endAgency,
  'referrals.list': listReferrals,
  'referrals.make': makeReferral,
  'referrals.answer': answerReferral,
} satisfies Partial<Handlers>;
