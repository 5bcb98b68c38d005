import type { OperationOutput } from '#shared/contract/contract.ts';

export type Agency = OperationOutput<'referrals.agencies'>['agencies'][number];

export type Referral = OperationOutput<'referrals.list'>['referrals'][number];
