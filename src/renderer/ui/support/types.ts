import type { OperationOutput } from '#shared/contract/contract.ts';

/** What is done for a pupil. */
export type PupilSupport = OperationOutput<'plans.pupil'>;

export type Plan = NonNullable<PupilSupport['plan']>;

export type Target = Plan['targets'][number];

export type Course = PupilSupport['courses'][number];

export type Referral = PupilSupport['referrals'][number];
