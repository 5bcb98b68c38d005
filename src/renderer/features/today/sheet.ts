import type { OperationOutput } from '#shared/contract/contract.ts';

/** The day as main tells it. */
export type Sheet = OperationOutput<'today.get'>;
