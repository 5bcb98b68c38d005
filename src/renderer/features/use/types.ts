import type { OperationOutput } from '#shared/contract/contract.ts';

export type Figures = OperationOutput<'use.figures'>;
export type Balance = OperationOutput<'use.balance'>;
export type Partner = Balance['partners'][number];
