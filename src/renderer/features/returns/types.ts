import type { OperationOutput } from '#shared/contract/contract.ts';

export type Period = OperationOutput<'returns.periods'>['periods'][number];
export type Check = OperationOutput<'returns.check'>;
export type CheckedRecord = Check['records'][number];
export type CheckedProblem = CheckedRecord['problems'][number];
export type Receipt = OperationOutput<'returns.history'>['receipts'][number];

/** What is shown of a receipt: the file can be pointed to while this window remembers it. */
export interface ShownReceipt {
  readonly receipt: Receipt;
  readonly fileId: string | undefined;
}
