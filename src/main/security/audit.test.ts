import { asc, count } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { must, NOW, openStore, seedPlaces } from '../../../tests/builders/database.ts';
import { writeAudit } from './audit.ts';
import { eraseDetails } from './erase-details.ts';
import { verifyAudit } from './verify-audit.ts';

const ADA = { userName: 'Ada', role: 'administrator' } as const;

it('keeps every note of a command that changed more pupils than one statement can hold', async () => {
  const store = openStore();
  const notes = Array.from({ length: 12_000 }, (_, at) => ({
    subjectType: 'pupil',
    subjectId: `p${at}`,
    detail: { after: { surname: 'Example', at } },
  }));
  await must(store, (db) => writeAudit(db, ADA, 'pupils.import', NOW, notes));
  const [row] = await store.read((db) => db.select({ n: count() }).from(db.tables.audit));
  expect(row?.n).toBe(12_000);
  expect(await verifyAudit(store)).toMatchObject({ rows: 12_000, found: 0, findings: [] });
  await store.close();
});

it('chains the rows of one command to those of the one before, and says whom each is about', async () => {
  const store = openStore();
  await seedPlaces(store, 2, 2);
  await must(store, (db) =>
    writeAudit(db, ADA, 'exclusions.record-event', NOW, [
      { subjectType: 'exclusion', subjectId: 'x1', detail: { event: 'a' } },
      { subjectType: 'exclusion', subjectId: 'gone', detail: { event: 'b' }, pupilId: 'p2' },
    ]),
  );
  await must(store, (db) =>
    writeAudit(db, ADA, 'calendar.save', NOW, [{ subjectType: 'calendar', subjectId: '2025' }]),
  );
  const rows = await store.read((db) => db.select().from(db.tables.audit).orderBy(asc(db.tables.audit.id)));
  expect(rows).toMatchObject([
    { id: 1, pupilId: 'p1', outcome: 'done', prevHash: '0'.repeat(64) },
    { id: 2, pupilId: 'p2', prevHash: rows[0]?.hash },
    { id: 3, pupilId: null, detail: null, detailHash: null, prevHash: rows[1]?.hash },
  ]);
  expect(await verifyAudit(store)).toMatchObject({
    rows: 3,
    older: 0,
    found: 0,
    head: { length: 3, lastId: 3, hash: rows[2]?.hash },
  });
  await store.close();
});

it('is undone with the command', async () => {
  const store = openStore();
  const once = (ok: boolean) =>
    store.write(async (db) => {
      await writeAudit(db, ADA, 'x', NOW, [{ subjectType: 'a', subjectId: 'b' }]);
      return { ok };
    });
  await once(true);
  await once(false);
  await once(true);
  expect(await verifyAudit(store)).toMatchObject({ rows: 2, found: 0 });
  await store.close();
});

it('begins after rows that are older than the chain with how those stood', async () => {
  const store = openStore();
  await must(store, (db) =>
    db.insert(db.tables.audit).values(
      Array.from({ length: 1200 }, (_, at) => ({
        at: NOW,
        userName: 'Old',
        role: 'recorder',
        operation: 'calendar.save',
        detail: { at },
      })),
    ),
  );
  expect(await verifyAudit(store)).toMatchObject({ rows: 0, older: 1200, found: 0 });
  await must(store, (db) => writeAudit(db, ADA, 'x', NOW, [{ subjectType: 'a', subjectId: 'b' }]));
  expect(await verifyAudit(store)).toMatchObject({ rows: 2, older: 1200, found: 0 });
  await must(store, async (db) => {
    const { notes } = await eraseDetails(db, [7, 1201]);
    await writeAudit(db, ADA, 'privacy.erase-pupil', NOW, notes);
  });
  expect(await verifyAudit(store)).toMatchObject({ rows: 3, older: 1200, found: 0 });
  await store.close();
});

it('lets a detail be erased only with a later row that says so', async () => {
  const store = openStore();
  const note = { subjectType: 'pupil', subjectId: 'p1', detail: { surname: 'Example' } };
  await must(store, (db) => writeAudit(db, ADA, 'pupils.import', NOW, [note, note]));
  await must(store, (db) => eraseDetails(db, [1, 2]));
  expect((await verifyAudit(store)).findings).toMatchObject([
    { kind: 'detail-missing', rowId: 1 },
    { kind: 'detail-missing', rowId: 2 },
  ]);
  await must(store, (db) =>
    writeAudit(db, ADA, 'privacy.erase-pupil', NOW, [
      { subjectType: 'erasure', subjectId: 'e1', detail: { auditRows: [2] } },
    ]),
  );
  expect((await verifyAudit(store)).findings).toMatchObject([{ rowId: 1 }]);
  await must(store, (db) =>
    writeAudit(db, ADA, 'privacy.erase-pupil', NOW, [{ subjectType: 'pupil', subjectId: 'p1' }]),
  );
  expect(await verifyAudit(store)).toMatchObject({ rows: 4, found: 0 });
  await store.close();
});
