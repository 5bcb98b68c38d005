import type { OperationOutput } from '#shared/contract/contract.ts';

/** The way back after an exclusion, as main tells it. */
export type WayBack = OperationOutput<'reintegration.get'>;

export type WayBackStep = WayBack['steps'][number];
