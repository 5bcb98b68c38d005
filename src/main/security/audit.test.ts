import { count } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { must, NOW, openStore } from '../../../tests/builders/database.ts';
import { writeAudit } from './audit.ts';

it('keeps every note of a command that changed more pupils than one statement can hold', async () => {
  const store = openStore();
  const notes = Array.from({ length: 12_000 }, (_, at) => ({ subjectType: 'pupil', subjectId: `p${at}` }));
  await must(store, (db) =>
    writeAudit(db, { userName: 'Ada', role: 'administrator' }, 'pupils.import', NOW, notes),
  );
  const [row] = await store.read((db) => db.select({ n: count() }).from(db.tables.audit));
  expect(row?.n).toBe(12_000);
  await store.close();
});
