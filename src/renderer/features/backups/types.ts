import type { OperationOutput } from '#shared/contract/contract.ts';

export type ListedBackup = OperationOutput<'backups.list'>['backups'][number];

export type Preview = OperationOutput<'backups.preview'>;

export type RecoveredKind = OperationOutput<'recovery.preview'>['kinds'][number];
