import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationName } from '#shared/contract/contract.ts';
import { openTestApp } from '../../builders/app.ts';
import { officeDay } from './office-day.ts';
import { readRealValues, type RealValues } from './real-values.ts';

export interface FilledDatabase {
  /** Where it lies and copies may be made. */
  readonly under: string;
  /** Holds the database, closed, and what belongs to it. */
  readonly folder: string;
  readonly today: string;
  readonly real: RealValues;
  /** Inputs that are right, by operation. */
  readonly taken: ReadonlyMap<OperationName, readonly unknown[]>;
}

/** A disk in memory where there is one: every command waits for the disk. */
const FAST = '/dev/shm';

/** The demonstration's database after a day's work, and the values that are in it. */
export async function fillDatabase(today = '2025-11-12'): Promise<FilledDatabase> {
  const under = mkdtempSync(join(existsSync(FAST) ? FAST : tmpdir(), 'first-day-fuzz-'));
  const folder = join(under, 'filled');
  mkdirSync(folder);
  const app = openTestApp(today, folder);
  await app.must('setup.load-demonstration', {});
  const taken = await officeDay(app, today);
  const real = await readRealValues(app.services.store);
  await app.services.store.close();
  return { under, folder, today, real, taken };
}
