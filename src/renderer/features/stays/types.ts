import type { OperationOutput } from '#shared/contract/contract.ts';

/** One stay as main tells it. */
export type Stay = OperationOutput<'stays.get'>;

export type StayPlace = Stay['places'][number];

/** The register of a provider's day. */
export type DayRegister = OperationOutput<'stays.register'>;

export type RegisterSession = DayRegister['sessions'][number];

export type RegisterPupil = RegisterSession['pupils'][number];
