import type { OperationOutput } from '#shared/contract/contract.ts';

export type SchoolRow = OperationOutput<'authority.schools'>['rows'][number];
export type ReceivedFile = OperationOutput<'authority.received'>['files'][number];
export type FileOutcome = OperationOutput<'authority.import'>['files'][number];
export type RefusedFile = OperationOutput<'authority.quarantine'>['files'][number];
export type Columns = OperationOutput<'authority.columns'>;
export type Differences = OperationOutput<'authority.received-differences'>;
export type NotSent = OperationOutput<'authority.not-sent'>;
export type Imported = OperationOutput<'authority.import'>;
