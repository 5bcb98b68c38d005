import type { OperationOutput } from '#shared/contract/contract.ts';

/** What was compared, with the name of its file. */
export interface Compared extends OperationOutput<'register.compare'> {
  readonly fileName: string;
}
