import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '#shared/domain/backups/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { aboutForm, type AboutBackup } from './about-backup.ts';
import { BACKUP_FILES, backupsFolder, instantName, keyFileOf, PART } from './backup-places.ts';
import { checkDatabase } from './check-database.ts';
import { clearParts } from './clear-parts.ts';
import { databaseFacts, type DatabaseFacts } from './database-facts.ts';
import { explainDisk } from '../platform/explain-disk.ts';
import { hashFile } from './hash-file.ts';
import { isDamage } from '../storage/is-damage.ts';
import type { Backup } from './list-backups.ts';
import { withCopy } from './open-copy.ts';
import { syncFile, syncFolder } from '../storage/engines/sync-disk.ts';
import { thinBackups } from './thin-backups.ts';
import type { Watch } from './watch.ts';

export interface BackupOrder {
  /** The database, which may be open and in use, and its data key. */
  readonly database: string;
  readonly key: string;
  readonly reason: BackupReason;
  /** UTC ISO instant that names it. */
  readonly now: string;
  /** Version of this program. */
  readonly program: string;
}

/** Room that must be left on the disk beside the backup, in bytes. */
const SPARE = 16 * 1024 * 1024;

/**
 * Makes a backup beside the database: copied in one unchanging view, checked page by page, counted against its source,
 * written to the disk, and only then given its name; then older ones are thinned. Refused with a sentence when the disk
 * is full or cannot be written to, or when the copy shows damage (`unreadable-file`): nothing older was removed then.
 * Throws what `watch` throws. Takes seconds for a large database, and blocks its thread.
 */
export function makeBackup(order: BackupOrder, watch: Watch): Result<Backup> {
  const place = backupsFolder(order.database);
  let part: string | undefined;
  try {
    mkdirSync(place, { recursive: true });
    clearParts(place, Date.now());
    const short = roomMissing(order.database, place);
    if (short !== undefined) return refuse('refused', short);
    const name = freeName(place, instantName(order.now));
    const folder = join(place, name);
    part = `${folder}${PART}`;
    mkdirSync(part);
    const about = fill(part, order, watch);
    if (!about.ok) return about;
    watch.progress(0.95, 'Keeping the backup');
    renameSync(part, folder);
    syncFolder(place);
    part = undefined;
    thinBackups(place, order.now);
    return { ok: true, value: { name, folder, about: about.value, whole: true } };
  } catch (error) {
    if (isDamage(error)) return refuse('unreadable-file', DAMAGED);
    const cause = explainDisk(error);
    if (cause === undefined) throw error;
    return refuse(
      'refused',
      `No backup could be made: ${cause}. Nothing was lost, and the older backups are as they were. ${REMEDY}`,
    );
  } finally {
    if (part !== undefined) forget(part);
  }
}

const REMEDY = 'Free some space or see to the folder, then make a backup by hand.';

const DAMAGED =
  'No backup was made: the database has a damaged place. The older backups are as they were. First Day checks the whole file now.';

function fill(part: string, order: BackupOrder, watch: Watch): Result<AboutBackup> {
  const copy = join(part, BACKUP_FILES.database);
  const { before, after } = withCopy(order.database, order.key, (source) => {
    const counted = databaseFacts(source);
    watch.checkCancelled();
    watch.progress(0.1, 'Copying the database');
    source.prepare('VACUUM INTO ?').run(copy);
    return { before: counted, after: databaseFacts(source) };
  });
  watch.checkCancelled();
  watch.progress(0.5, 'Checking the backup');
  const facts = withCopy(copy, order.key, (made) => {
    const wrong = checkDatabase(made);
    return wrong === undefined ? databaseFacts(made) : wrong;
  });
  if (typeof facts === 'string') return refuse('unreadable-file', DAMAGED);
  const differs = differingTable(facts, before, after);
  if (differs !== undefined) {
    return refuse(
      'refused',
      `No backup was made: the copy differs from the database in the table ${differs}. The older backups are as they were. Make a backup by hand; if it happens again, report it.`,
    );
  }
  watch.checkCancelled();
  watch.progress(0.8, 'Checking the backup');
  const about: AboutBackup = {
    form: aboutForm,
    at: order.now,
    reason: order.reason,
    program: order.program,
    ...facts,
    bytes: statSync(copy).size,
    sha256: hashFile(copy, watch),
  };
  const keys = keyFileOf(order.database);
  if (existsSync(keys)) copyFileSync(keys, join(part, BACKUP_FILES.keys));
  writeFileSync(join(part, BACKUP_FILES.about), JSON.stringify(about, null, 2));
  for (const name of Object.values(BACKUP_FILES))
    if (existsSync(join(part, name))) syncFile(join(part, name));
  syncFolder(part);
  return { ok: true, value: about };
}

/**
 * A table with a number of rows that the source never had while it was copied: others may write meanwhile, so the copy's
 * number must lie between those counted before and after.
 */
function differingTable(
  copy: DatabaseFacts,
  before: DatabaseFacts,
  after: DatabaseFacts,
): string | undefined {
  const names = new Set([...Object.keys(copy.rows), ...Object.keys(before.rows)]);
  return [...names].find((name) => {
    const counted = [before.rows[name] ?? -1, after.rows[name] ?? -1];
    const rows = copy.rows[name] ?? -2;
    return rows < Math.min(...counted) || rows > Math.max(...counted);
  });
}

function roomMissing(database: string, place: string): string | undefined {
  const needed =
    statSync(database).size + (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) + SPARE;
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  if (free >= needed) return undefined;
  return `No backup could be made: it needs ${inMegabytes(needed)} and the disk has ${inMegabytes(free)} free. Nothing was lost, and the older backups are as they were. ${REMEDY}`;
}

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

/** Two backups of one second have a number each. */
function freeName(place: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(place, tried)) && !existsSync(join(place, `${tried}${PART}`))) return tried;
  }
}

function forget(part: string): void {
  try {
    rmSync(part, { recursive: true, force: true });
  } catch {
    // The next backup clears it away.
  }
}
