import type { OperationOutput } from '#shared/contract/contract.ts';

/** A meeting of the panel with all that belongs to it. */
export type Meeting = OperationOutput<'panel.get'>;

export type Item = Meeting['items'][number];
