import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { isThisPc } from '../../storage/engines/postgres/place.ts';
import { joinFileIn } from '../../platform/data-folder.ts';
import { writeWhole } from '../../platform/files/write-whole.ts';

const PEM = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s-]+-----END CERTIFICATE-----\s*$/;

const server = z.object({
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/),
  port: z.number().int().min(1).max(65_535),
});

const joinFile = z
  .object({
    kind: z.literal('first-day-shared-database'),
    version: z.literal(1),
    /** What people call it, such as the area's name. */
    name: z.string().min(1).max(120).optional(),
    database: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/),
    servers: z.array(server).min(1).max(8),
    tls: z.discriminatedUnion('mode', [
      z.object({ mode: z.literal('verify'), ca: z.string().max(200_000).regex(PEM).optional() }),
      z.object({ mode: z.literal('none') }),
    ]),
  })
  // In clear only to this very PC; whoever writes the file cannot talk us out of it.
  .refine(({ tls, servers }) => tls.mode === 'verify' || servers.every(({ host }) => isThisPc(host)));

/** Where a shared database is; no name and no password, so that it may be handed to everybody. */
export type JoinFile = z.infer<typeof joinFile>;

/** Longer than any with a chain of certificates. */
const MOST_BYTES = 400_000;

/** The file that lies in the data folder; undefined: this PC has its own database. */
export const joinedIn = (folder: string): Result<JoinFile> | undefined =>
  existsSync(joinFileIn(folder)) ? readJoinFile(joinFileIn(folder)) : undefined;

/** Refused with a sentence for what is no join file. */
export function readJoinFile(path: string): Result<JoinFile> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return refuse('refused', `The file ${path} could not be read.`);
  }
  return text.length > MOST_BYTES ? NO_JOIN_FILE : parseJoinFile(text);
}

export function parseJoinFile(text: string): Result<JoinFile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NO_JOIN_FILE;
  }
  const parsed = joinFile.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : NO_JOIN_FILE;
}

const NO_JOIN_FILE = refuse(
  'refused',
  'This is not a file to join a shared database with, or it was changed on the way. Ask whoever set the database up for “shared-database.json” again.',
);

/** Whole or not at all. */
export const writeJoinFile = (path: string, file: JoinFile): Promise<void> =>
  writeWhole(path, `${JSON.stringify(file, undefined, 2)}\n`);
