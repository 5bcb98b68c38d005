import { z } from 'zod';
import { BACKUP_REASONS, COUNTED_KINDS } from '../domain/backups/types.ts';
import { command, query } from './operation.ts';
import { fileId, nothing } from './parts.ts';

const count = z.number().int().nonnegative();

const reason = z.enum(BACKUP_REASONS);

const place = z.enum(['first', 'second', 'chosen']);

const backupId = z.string().min(1).max(200).describe('Which backup, as backups.list names it');

/** What opens a backup under a key that this PC does not know: a recovery key, or somebody's name and password. */
const secret = z
  .union([
    z.object({ recoveryKey: z.string().min(1).max(120) }),
    z.object({ name: z.string().min(1).max(120), password: z.string().min(1).max(1000) }),
  ])
  .optional();

/** A folder that somebody chose to look for backups in, beside the two places. */
const chosenFolder = fileId.optional();

const backup = z.object({
  backupId,
  place,
  at: z.string(),
  reason,
  program: z.string(),
  pupils: count,
  exclusions: count,
  bytes: count,
  /** Its file is there in full length. Whether it is right, only trying it can say. */
  whole: z.boolean(),
});

const which = { backupId, folder: chosenFolder, secret };

const tried = z.object({
  at: z.string(),
  program: z.string(),
  /** It was brought to this version's tables. */
  migrated: z.boolean(),
  kinds: z.array(z.object({ kind: z.enum(COUNTED_KINDS), rows: count })),
});

export const recoveredKind = z.object({
  kind: z.enum([...COUNTED_KINDS, 'details']),
  /** Rows in the recovered database, and how many of them the damaged file gave: new since the backup, or newer. */
  rows: count,
  added: count,
  newer: count,
  /** They could not be read and stand as the backup has them, which may be older. */
  keptOlder: count,
  /** They could not be read and are in no backup. */
  lost: count,
  /** They were read, but what they belong to is lost. */
  orphans: count,
  /** Taken away: the damaged file certainly had them no longer, or newer rows stand in their place. */
  removed: count,
  /** It is known which rows there were. */
  certain: z.boolean(),
});

export const backupsContract = {
  'backups.status': query({
    summary: 'When the last backup was made and how the second place stands.',
    permission: 'app.use',
    input: nothing,
    output: z.object({
      lastAt: z.string().optional(),
      /** The last try, if it failed. */
      failure: z.object({ at: z.string(), why: z.string() }).optional(),
      second: z
        .object({
          folder: z.string(),
          state: z.enum(['good', 'failed', 'old']),
          lastOkAt: z.string().optional(),
          why: z.string().optional(),
        })
        .optional(),
    }),
  }),
  'backups.list': query({
    summary: 'The backups of both places and of a folder that was chosen.',
    permission: 'backups.manage',
    input: z.object({ folder: chosenFolder }),
    output: z.object({
      /** The folder of the first place. */
      folder: z.string(),
      backups: z.array(backup),
    }),
  }),
  'backups.make': command({
    summary: 'Make a backup now, check it, and copy it to the second place.',
    permission: 'backups.manage',
    followed: true,
    input: nothing,
    output: z.object({ backup }),
  }),
  'backups.choose-second-place': command({
    summary: 'Choose a folder on a share or a stick that each backup is copied to.',
    permission: 'backups.manage',
    followed: true,
    input: z.object({ folder: chosenFolder }),
    output: z.object({ folder: z.string(), why: z.string().optional() }),
  }),
  'backups.forget-second-place': command({
    summary: 'Copy backups to the second place no longer; what is there stays there.',
    permission: 'backups.manage',
    input: nothing,
    output: nothing,
  }),
  'backups.rehearse': query({
    summary: 'Try a backup in a copy: opened, checked and counted, without changing anything.',
    permission: 'backups.manage',
    followed: true,
    input: z.object(which),
    output: tried,
  }),
  'backups.preview': query({
    summary: 'What restoring a backup would change: what would be lost and what would come back.',
    permission: 'backups.manage',
    followed: true,
    input: z.object(which),
    output: tried.extend({
      /** False for a backup of another database. */
      sameHistory: z.boolean(),
      kinds: z.array(
        z.object({
          kind: z.enum(COUNTED_KINDS),
          inBackup: count,
          now: count,
          added: count,
          changed: count,
          missing: count,
        }),
      ),
      changesSince: count,
      newest: z.array(
        z.object({ at: z.string(), by: z.string(), operation: z.string(), pupil: z.string().nullable() }),
      ),
      /** Erasures since the backup; they are done again. */
      erasures: count,
    }),
  }),
  'backups.restore': command({
    summary: 'Put a backup in the place of the database, after a backup of what is there now.',
    permission: 'backups.manage',
    followed: true,
    input: z.object(which),
    output: tried.extend({
      /** The backup made just before: the way back. */
      wayBack: backupId.optional(),
      erasuresRepeated: count,
    }),
  }),
  'recovery.choose-folder': command({
    summary: 'Ask in a dialog for a folder with backups, such as one on a stick.',
    permission: 'anyone',
    withoutDatabase: true,
    input: nothing,
    output: z.object({ folder: fileId, name: z.string() }),
  }),
  'recovery.status': query({
    summary: 'Whether the database is damaged, and what there is to recover it from.',
    permission: 'anyone',
    withoutDatabase: true,
    input: z.object({ folder: chosenFolder }),
    output: z.object({
      damaged: z.boolean(),
      why: z.string().optional(),
      /** A key that opens the file or a backup is known. */
      keyKnown: z.boolean(),
      newest: backup.optional(),
      /** How the last start went, when it is worth telling. */
      backups: count,
    }),
  }),
  'recovery.preview': query({
    summary: 'What can be recovered of a damaged database, without changing anything.',
    permission: 'anyone',
    withoutDatabase: true,
    followed: true,
    input: z.object({ folder: chosenFolder, secret }),
    output: z.object({
      backupAt: z.string().optional(),
      readable: z.boolean(),
      kinds: z.array(recoveredKind),
    }),
  }),
  'recovery.recover': command({
    summary:
      'Recover a damaged database from the newest good backup and what can be read; the damaged file is kept.',
    permission: 'anyone',
    withoutDatabase: true,
    followed: true,
    input: z.object({ folder: chosenFolder, secret }),
    output: z.object({
      backupAt: z.string().optional(),
      readable: z.boolean(),
      kinds: z.array(recoveredKind),
      /** Names of the file that was set aside and of the report beside it. */
      setAside: z.string().optional(),
      report: z.string(),
    }),
  }),
};
