import type { OperationOutput } from '#shared/contract/contract.ts';

export type Period = OperationOutput<'returns.periods'>['periods'][number];
export type Check = OperationOutput<'returns.check'>;
export type CheckedRecord = Check['records'][number];
export type Receipt = OperationOutput<'returns.history'>['receipts'][number];
