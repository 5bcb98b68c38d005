import type { OperationOutput } from '#shared/contract/contract.ts';

/** What the exclusions of a period have in common, as main tells it. */
export type Found = OperationOutput<'patterns.find'>;

export type Effect = OperationOutput<'patterns.effect'>;

export type EarlyPupil = OperationOutput<'patterns.early'>['pupils'][number];
