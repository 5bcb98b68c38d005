import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BACKUP_REASONS } from '#shared/domain/backups/types.ts';
import { BACKUP_FILES } from './backup-places.ts';

/** Which form `about.json` has. A later program that changes it counts on. */
const FORM = 1;

const aboutBackup = z.object({
  form: z.literal(FORM),
  /** UTC ISO instant at which it was made. */
  at: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  /** Version of the program that made it, and of its tables. */
  program: z.string().max(40),
  schemaVersion: z.number().int().nonnegative(),
  /** Bytes and SHA-256 (hexadecimal) of the database's file in it. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows by table. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** The end of the audit trail's chain; null before it had one. */
  auditHead: z.object({ length: z.number().int(), lastId: z.number().int(), hash: z.string() }).nullable(),
  /** Number of the newest row of the audit trail, 0 for none. */
  lastAudit: z.number().int().nonnegative(),
});

/** What a backup says about itself: no names, only counts and checks. */
export type AboutBackup = z.output<typeof aboutBackup>;

export const aboutForm = FORM;

/** What the folder's `about.json` says; undefined when there is none or it cannot be used. */
export function readAbout(folder: string): AboutBackup | undefined {
  try {
    return aboutBackup.parse(JSON.parse(readFileSync(join(folder, BACKUP_FILES.about), 'utf8')));
  } catch {
    return undefined;
  }
}
