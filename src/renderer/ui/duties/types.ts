import type { OperationOutput } from '#shared/contract/contract.ts';

/** One duty of a case in words, as main tells it. */
export type DutyShown = OperationOutput<'duties.list'>['duties'][number];

/** What is noted when a duty was done. */
export interface DoneNote {
  readonly on: string;
  readonly how: string;
  readonly byWhom: string;
  readonly evidence?: string;
}
