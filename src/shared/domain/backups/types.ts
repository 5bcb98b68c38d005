/** Why a backup was made. */
export const BACKUP_REASONS = [
  'timer',
  'by-hand',
  'at-close',
  'before-migration',
  'before-import',
  'before-restore',
  'before-key-change',
] as const;

export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A finished backup as far as the rules about backups go. `at` is a UTC ISO instant. */
export interface KeptBackup {
  readonly name: string;
  readonly at: string;
  readonly reason: BackupReason;
}

/** What a person counts when they ask what is in a database; each is the rows of one table. */
export const COUNTED_KINDS = [
  'pupils',
  'exclusions',
  'events',
  'duties',
  'letters',
  'placements',
  'places',
  'tasks',
  'support',
  'contacts',
  'providers',
  'calendars',
  'returns',
  'received',
  'published',
  'people',
  'audit',
] as const;

export type CountedKind = (typeof COUNTED_KINDS)[number];

/** How one kind differs between the present database and a backup. */
export interface KindDifference {
  readonly kind: CountedKind;
  /** Rows in the backup, and in the present database. */
  readonly inBackup: number;
  readonly now: number;
  /** Made since the backup: a restore takes them away. */
  readonly added: number;
  /** In both, but not alike: a restore puts the older form back. */
  readonly changed: number;
  /** In the backup only: a restore brings them back. */
  readonly missing: number;
}
