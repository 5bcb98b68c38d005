import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Office } from '#main/office/office.ts';
import type { SystemKeyStore } from '#main/security/keys/slots.ts';
import { openTestApp, type TestApp } from './app.ts';
import { startOffice } from './school-office.ts';

export interface KeyedApp extends TestApp {
  readonly office: Office;
}

/** The application as a PC runs it: over its encrypted database, with its keys. Another one over the folder is a new start. */
export async function openKeyedApp(
  folder = mkdtempSync(join(tmpdir(), 'first-day-office-')),
  system?: SystemKeyStore,
): Promise<KeyedApp> {
  const office = await startOffice(join(folder, 'first-day.db'), system);
  const app = openTestApp('2025-11-12', folder, {
    store: office.store,
    keys: office.keys,
    office: office.desk,
  });
  return { ...app, office };
}
