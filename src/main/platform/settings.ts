import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ROLES } from '#shared/permissions/roles.ts';
import { explainDisk } from './explain-disk.ts';

const schema = z.object({
  /** Where the window was, in screen pixels. */
  window: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().min(400),
      height: z.number().int().min(300),
      maximized: z.boolean(),
    })
    .optional(),
  /** Windows and macOS: the window is left out of shared screens and recordings. */
  hiddenFromSharing: z.boolean().optional(),
  /** Where each backup is copied to, and how that went; see `backup/second-place.ts`. */
  secondPlace: z
    .object({
      folder: z.string().min(1).max(4096),
      chosenAt: z.string(),
      lastOkAt: z.string().optional(),
      failedAt: z.string().optional(),
      why: z.string().optional(),
    })
    .optional(),
  userName: z.string().max(80).optional(),
  role: z.enum(ROLES).optional(),
});

/** What this PC remembers about the window; the school's data is in the database. */
export type Settings = z.output<typeof schema>;

/** Unreadable settings are set aside as `.damaged` and defaults are used: they never stop the program. */
export function readSettings(file: string): Settings {
  if (!existsSync(file)) return {};
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    setAside(file);
    return {};
  }
}

function setAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`);
  } catch {
    // A folder that cannot be written to: the defaults serve all the same.
  }
}

/**
 * Written beside and renamed, so that a power cut leaves the old file or the new one. On a full disk, or where this
 * account may not write, the old one stays: where the window was is not worth stopping for.
 */
export function writeSettings(file: string, settings: Settings): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(settings, null, 2));
    renameSync(`${file}.new`, file);
  } catch (error) {
    if (explainDisk(error) === undefined) throw error;
  }
}
