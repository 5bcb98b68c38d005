import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupsFolder, BACKUP_FILES } from '#main/backup/backup-places.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { flipBit, PAGE } from '../../builders/flip-bit.ts';
import { repeatableRandom, type Below } from '../../builders/repeatable-random.ts';
import { databaseIn, openAppIn, type FaultApp } from '../open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from '../small-school.ts';

export const DAMAGED_FILES = ['database', 'log', 'backup'] as const;
export type DamagedFile = (typeof DAMAGED_FILES)[number];

/** How the damaged copies ended. */
export interface DamageOutcome {
  /** The program says that the file is damaged, or that it is no database of its own, and stops. */
  told: number;
  /** Everything is there all the same. */
  whole: number;
  /** SQLite takes a damaged log for one that ends there, as after a power cut: what was committed before is there, whole. */
  shorter: number;
}

const COMMANDS = 8;

/**
 * Damages copies of a school's database, its log, or a backup at random places (a bit, or the rest cut off), and opens
 * them as the program does. Throws when one is taken for healthy and says something else than was recorded.
 */
export async function damagePlaces(which: DamagedFile, places: number, seed: number): Promise<DamageOutcome> {
  const below = repeatableRandom(seed);
  const original = mkdtempSync(join(tmpdir(), 'first-day-damage-'));
  const backup = await prepare(original, which);
  const outcome: DamageOutcome = { told: 0, whole: 0, shorter: 0 };
  for (let place = 1; place <= places; place += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'first-day-damaged-'));
    cpSync(original, folder, { recursive: true });
    const file = {
      database: databaseIn(folder),
      log: `${databaseIn(folder)}-wal`,
      backup: join(backupsFolder(databaseIn(folder)), backup, BACKUP_FILES.database),
    }[which];
    const how = damage(file, below);
    try {
      const ended = which === 'backup' ? await rehearse(folder, backup) : await open(folder);
      assert.ok(ended !== 'shorter' || which === 'log', 'a shorter state is for a damaged log alone');
      outcome[ended] += 1;
    } catch (error) {
      throw new Error(`${which}, seed ${String(seed)}, place ${String(place)}, ${how}`, { cause: error });
    }
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(original, { recursive: true, force: true });
  return outcome;
}

/** A school with some commands done; for the log, with all of them still in it. Gives the name of its backup. */
async function prepare(folder: string, which: DamagedFile): Promise<string> {
  await makeSmallSchool(folder);
  const app = await openAppIn(folder, TODAY);
  for (let n = 1; n <= COMMANDS; n += 1) await saveProvider(app, n);
  const made = which === 'backup' ? await app.must('backups.make', {}) : undefined;
  // As a kill leaves it: copied aside while it is open, since closing empties the log.
  if (which === 'log') for (const part of ['', '-wal']) aside(folder, part);
  await app.close();
  if (which === 'log') for (const part of ['', '-wal']) back(folder, part);
  return made?.backup.backupId.replace('first:', '') ?? '';
}

const aside = (folder: string, part: string): void =>
  copyFileSync(databaseIn(folder) + part, join(folder, `aside${part}`));
const back = (folder: string, part: string): void => {
  copyFileSync(join(folder, `aside${part}`), databaseIn(folder) + part);
  rmSync(join(folder, `aside${part}`));
};

function damage(file: string, below: Below): string {
  const { size } = statSync(file);
  const at = below(size);
  if (below(5) === 0) {
    truncateSync(file, at);
    return `cut off at ${String(at)}`;
  }
  const bit = below(8);
  flipBit(file, Math.floor(at / PAGE) + 1, at % PAGE, bit);
  return `bit ${String(bit)} of byte ${String(at)}`;
}

async function open(folder: string): Promise<keyof DamageOutcome> {
  let app: FaultApp;
  try {
    app = await openAppIn(folder, TODAY);
  } catch (error) {
    // It does not become open, and says why.
    assert.match(String(error), /"state":"(damaged|unusable|needs-key)"/);
    return 'told';
  }
  try {
    // What the window does soon after each start that did not follow a clean end.
    await app.services.backups?.checkNow();
    if (app.office.desk.standing().state !== 'open') return 'told';
    const providers = await providersIn(app);
    const expected = Array.from({ length: COMMANDS }, (_, at) => `Provider ${String(at + 1)}`);
    assert.deepEqual(providers, expected.slice(0, providers.length), 'what was recorded, in its order');
    assert.equal((await verifyAudit(app.services.store)).found, 0);
    const pupils = await app.services.store.read(async (db) => db.select().from(db.tables.pupils));
    assert.equal(pupils.length, 150);
    return providers.length === COMMANDS ? 'whole' : 'shorter';
  } finally {
    await app.close();
  }
}

async function rehearse(folder: string, backup: string): Promise<keyof DamageOutcome> {
  const app = await openAppIn(folder, TODAY);
  const tried = await app.run('backups.rehearse', { backupId: `first:${backup}` });
  await app.close();
  if (tried.ok) return 'whole';
  assert.match(tried.error.message, /damaged|altered|incomplete|not whole/i);
  return 'told';
}
