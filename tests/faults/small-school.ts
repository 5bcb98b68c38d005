import { addPupils, pupilRecord } from '../builders/pupil-row.ts';
import { wholeWeek } from '../builders/provider-book.ts';
import { setUpSchool } from '../builders/school.ts';
import { openAppIn, type FaultApp } from './open-app.ts';

export const TODAY = '2025-11-12';

/** A school with some pupils, and nothing recorded yet. */
export async function makeSmallSchool(folder: string): Promise<void> {
  const app = await openAppIn(folder, TODAY);
  await setUpSchool(app);
  await addPupils(
    app,
    Array.from({ length: 150 }, (_, at) => pupilRecord(at + 1)),
  );
  await app.close();
}

/** A command that writes into several tables: a provider with its ten sessions. */
export async function saveProvider(app: FaultApp, n: number): Promise<void> {
  await app.must('providers.save', { kind: 'pru', name: `Provider ${String(n)}`, sessions: wholeWeek(4) });
}

/** Names of the providers, in order of their making. Throws when one lacks a session. */
export async function providersIn(app: FaultApp): Promise<readonly string[]> {
  const { providers, weeks } = await app.services.store.read(async (db) => ({
    providers: await db.select().from(db.tables.providers),
    weeks: await db.select().from(db.tables.providerSessions),
  }));
  for (const { id, name } of providers) {
    const sessions = weeks.filter(({ providerId }) => providerId === id).length;
    if (sessions !== 10) throw new Error(`${name} has ${String(sessions)} sessions`);
  }
  return providers.map(({ name }) => name);
}
