import type { OperationOutput } from '#shared/contract/contract.ts';
import { COUNTED_KINDS } from '#shared/domain/backups/types.ts';
import type { Rehearsal } from '../../backup/rehearse-restore.ts';
import { KIND_TABLES } from '../../backup/table-kinds.ts';
import type { KnownBackup } from './known-backups.ts';

/** What a rehearsal told. */
export const toTried = (
  { at, program }: KnownBackup,
  { facts, migrated }: Rehearsal,
): OperationOutput<'backups.rehearse'> => ({
  at,
  program,
  migrated,
  kinds: COUNTED_KINDS.map((kind) => ({ kind, rows: facts.rows[KIND_TABLES[kind]] ?? 0 })),
});
