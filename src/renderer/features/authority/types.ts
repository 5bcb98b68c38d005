import type { OperationOutput } from '#shared/contract/contract.ts';

export type SchoolRow = OperationOutput<'authority.schools'>['rows'][number];
export type ReceivedFile = OperationOutput<'authority.received'>['files'][number];
export type FileOutcome = OperationOutput<'authority.import'>['files'][number];
