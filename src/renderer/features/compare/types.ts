import type { OperationOutput } from '#shared/contract/contract.ts';

export type Compared = OperationOutput<'authority.compare'>;
export type ComparedRow = Compared['rows'][number];
export type RollUp = OperationOutput<'authority.roll-up'>;
export type ReasonLengths = OperationOutput<'authority.compare-lengths'>['reasons'][number];
