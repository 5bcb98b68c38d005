import type { BackupReason, CountedKind } from '../domain/backups/types.ts';

const REASONS: Readonly<Record<BackupReason, string>> = {
  timer: 'Every 15 minutes',
  'by-hand': 'By hand',
  'at-close': 'When First Day was closed',
  'before-migration': 'Before an update',
  'before-import': 'Before an import',
  'before-restore': 'Before a restore',
  'before-key-change': 'Before the key was changed',
};

export const backupReasonWords = (reason: BackupReason): string => REASONS[reason];

const KINDS: Readonly<Record<CountedKind | 'details', string>> = {
  pupils: 'Pupils',
  exclusions: 'Exclusions',
  events: 'Events in cases',
  duties: 'Duties',
  letters: 'Letters',
  placements: 'Stays at providers',
  places: 'Places',
  tasks: 'Tasks of stays',
  support: 'Entries of the at-risk register',
  contacts: 'Contacts',
  providers: 'Providers',
  calendars: 'Terms',
  returns: 'Returns sent',
  received: 'Returns received',
  published: 'Published files',
  people: 'People who sign in',
  audit: 'Entries of the audit trail',
  details: 'Details of these',
};

/** What a kind of record is called, in the plural and as a heading. */
export const countedKindWords = (kind: CountedKind | 'details'): string => KINDS[kind];
