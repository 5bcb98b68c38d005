import type { OperationOutput } from '#shared/contract/contract.ts';

/** A letter as it would print now. */
export type Opened = OperationOutput<'letters.open'>;

export type Block = Opened['blocks'][number];

export type Run = Block['lines'][number][number];

export type Gap = Opened['gaps'][number];

export type Issue = Opened['issues'][number];
