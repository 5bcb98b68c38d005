import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseRecord } from '#main/features/erase-record.ts';
import { postgresMigrations } from '#main/storage/migrations/postgres/postgres-migrations.ts';
import { mentionsOf } from '#main/storage/personal/mentions.ts';
import { readPersonal } from '#main/storage/personal/read-personal.ts';
import { auditIdsOf, keysOfPupil } from '#main/storage/personal/subject-keys.ts';
import { namesOf } from '#main/storage/personal/subject-names.ts';
import { postgresSchema } from '#main/storage/schema/schema.ts';
import type { Db, Store } from '#main/storage/store.ts';
import { seedPlaces } from '../builders/database.ts';
import { MARK, MARKED } from '../builders/marked-names.ts';
import { addMarkedPupil } from '../builders/marked-pupil.ts';

let client: PGlite;
let db: Db;

beforeAll(async () => {
  client = await PGlite.create();
  for (const { statements } of postgresMigrations)
    for (const statement of statements) await client.exec(statement);
  db = Object.assign(drizzle(client), { tables: postgresSchema }) as unknown as Db;
  const store = { write: <T>(work: (inside: Db) => Promise<T>) => work(db) } as unknown as Store;
  await seedPlaces(store, 1, 2);
  const where = {
    schoolId: 's',
    providerId: 'pru',
    otherPupilId: 'p1',
    day: '2025-11-03',
    laEstab: '2014001',
  };
  await addMarkedPupil(db, where);
}, 120_000);

afterAll(() => client.close());

async function everything(): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of rows)
    texts.push(JSON.stringify((await client.query(`SELECT * FROM "${name}"`)).rows));
  return texts.join('\n');
}

it('takes a pupil out of the tables of a shared server as it does on one PC', async () => {
  const keys = await keysOfPupil(db, MARKED.pupilId);
  const names = await namesOf(db, keys);
  expect((await readPersonal(db, keys, await auditIdsOf(db, keys, []))).map(({ table }) => table)).toContain(
    'letterIssues',
  );
  expect(await mentionsOf(db, keys, names)).toEqual([]);
  const { counts } = await eraseRecord(db, keys, undefined);
  expect(counts).toMatchObject({
    pupils: 1,
    letterIssues: 1,
    contacts: 1,
    drafts: 1,
    audit: 3,
    quarantinedFiles: 1,
  });
  const left = await everything();
  for (const text of [MARK, MARKED.upn, MARKED.forename, MARKED.dob])
    expect([text, left.includes(text)]).toEqual([text, false]);
});

it('keeps the history of duties, the log of letters and the enquiries as they were, but for that', async () => {
  const { dutyChanges, letterIssues, placeEnquiries } = db.tables;
  await expect(db.update(dutyChanges).set({ cause: 'another' })).rejects.toThrow();
  await expect(db.update(letterIssues).set({ title: 'another' })).rejects.toThrow();
  await expect(db.update(placeEnquiries).set({ note: 'another' })).rejects.toThrow();
  await expect(db.delete(letterIssues)).rejects.toThrow();
});
