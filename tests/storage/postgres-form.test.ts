import { PGlite } from '@electric-sql/pglite';
import { getTableConfig as postgresTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteTable } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresMigrations } from '#main/storage/migrations/postgres/postgres-migrations.ts';
import { sqliteMigrations } from '#main/storage/migrations/sqlite/sqlite-migrations.ts';
import { writeAudit } from '#main/security/audit.ts';
import { eraseDetails } from '#main/security/erase-details.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { guardOf } from '#main/storage/guard-of.ts';
import { postgresSchema, sqliteSchema } from '#main/storage/schema/schema.ts';
import type { Db, Store } from '#main/storage/store.ts';
import {
  ADDED_TO_PLACES,
  ADDED_TO_RECEIVED,
  ADDED_TO_STAYS,
  RECEIVED_ADDED,
  VERSION_TWO_QUERIES,
  versionTwoRows,
} from './version-2-rows.ts';
import { placeOf, seedPlaces } from '../builders/database.ts';
import { STAY_GUARDS } from './stay-guards.ts';

let client: PGlite;
let db: Db;

beforeAll(async () => {
  client = await PGlite.create();
  for (const { statements } of postgresMigrations)
    for (const statement of statements) await client.exec(statement);
  db = Object.assign(drizzle(client), { tables: postgresSchema }) as unknown as Db;
});

afterAll(() => client.close());

describe('the PostgreSQL form of the tables', () => {
  it('upgrades a filled database of version 2 and keeps everything', async () => {
    const old = await PGlite.create();
    try {
      const run = async (migrations: typeof postgresMigrations) => {
        for (const { statements } of migrations)
          for (const statement of statements) await old.exec(statement);
      };
      await run(postgresMigrations.slice(0, 2));
      for (const statement of versionTwoRows('postgres')) await old.exec(statement);
      const rows = () => Promise.all(VERSION_TWO_QUERIES.map(async (sql) => (await old.query(sql)).rows));
      const before = await rows();
      await run(postgresMigrations.slice(2));
      expect(await rows()).toEqual(before);
      expect(before.every((found) => found.length > 0)).toBe(true);
      const added: unknown[][] = [];
      for (const sql of ADDED_TO_RECEIVED)
        added.push(...(await old.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)));
      expect(added).toEqual(RECEIVED_ADDED);
      const { rows: given } = await old.query('SELECT DISTINCT given_back FROM exclusion_half_days');
      expect(given).toEqual([{ given_back: false }]);
      const more = { purpose: 'exclusion', school_id: 's', override_reason: null };
      expect((await old.query(ADDED_TO_STAYS)).rows).toEqual([
        {
          id: 'empty',
          ...more,
          pupil_group: 'long-term',
          expected_from: '2025-06-04',
          expected_to: '2025-06-04',
        },
        {
          id: 'm',
          ...more,
          pupil_group: 'secondary',
          expected_from: '2025-06-03',
          expected_to: '2025-06-03',
        },
      ]);
      expect((await old.query(ADDED_TO_PLACES)).rows).toEqual([
        { id: 'booked', school_id: 's', state: 'booked', ended_code: null, outcome: null },
        { id: 'cancelled', school_id: 's', state: 'cancelled', ended_code: 'other', outcome: null },
      ]);
      await expect(old.exec("DELETE FROM exclusions WHERE id = 'fixed'")).rejects.toThrow(/kept/);
      await expect(old.exec("UPDATE exclusions SET state = 'draft' WHERE id = 'lunch'")).rejects.toThrow(
        /cannot become a draft/,
      );
      await old.exec("DELETE FROM exclusions WHERE id = 'draft'");
    } finally {
      await old.close();
    }
  });

  it('has the tables and columns of the SQLite form, and as many migrations', () => {
    const describeAll = (
      schema: object,
      config: (table: never) => { name: string; columns: { name: string; notNull: boolean }[] },
    ) =>
      Object.values(schema).map((table) => {
        const { name, columns } = config(table as never);
        return { name, columns: columns.map((column) => [column.name, column.notNull]) };
      });
    expect(describeAll(postgresSchema, postgresTable)).toEqual(describeAll(sqliteSchema, sqliteTable));
    expect(postgresMigrations.map(({ name }) => name)).toEqual(sqliteMigrations.map(({ name }) => name));
  });

  it('is made by its migrations and takes the same rows through the same queries', async () => {
    const store = { write: (work: (db: Db) => Promise<unknown>) => work(db) } as unknown as Store;
    await seedPlaces(store, 3, 2);
    expect(
      await db.select({ id: db.tables.pupils.id, inCare: db.tables.pupils.inCare }).from(db.tables.pupils),
    ).toEqual([
      { id: 'p1', inCare: false },
      { id: 'p2', inCare: false },
      { id: 'p3', inCare: false },
    ]);
  });

  it('keeps the same chained audit trail, whose details alone can be erased', async () => {
    const ada = { userName: 'Ada', role: 'administrator' } as const;
    const note = { subjectType: 'pupil', subjectId: 'p1', detail: { z: 1, a: [{ y: 'é', b: null }] } };
    await writeAudit(db, ada, 'pupils.import', 'now', [note, note]);
    await writeAudit(db, ada, 'calendar.save', 'now', [{ subjectType: 'calendar', subjectId: '2025' }]);
    const read = <T>(work: (inside: Db) => Promise<T>) => work(db);
    expect(await verifyAudit({ read })).toMatchObject({ rows: 3, found: 0 });
    await eraseDetails(db, [1]);
    expect((await verifyAudit({ read })).findings).toMatchObject([{ kind: 'detail-missing', rowId: 1 }]);
    await writeAudit(db, ada, 'privacy.erase-pupil', 'now', [{ subjectType: 'pupil', subjectId: 'p1' }]);
    expect(await verifyAudit({ read })).toMatchObject({ rows: 4, found: 0 });
    await expect(db.update(db.tables.audit).set({ userName: 'Bob' })).rejects.toThrow();
    await expect(db.delete(db.tables.audit)).rejects.toThrow();
  });

  it('has the same guards', async () => {
    const stops = (work: Promise<unknown>) => work.then(() => 'nothing', guardOf);
    await db.insert(db.tables.places).values([placeOf(1), placeOf(2)]);
    expect(await stops(db.insert(db.tables.places).values(placeOf(3)))).toBe('place-full');
    expect(await stops(db.insert(db.tables.places).values(placeOf(1, { id: 'again' })))).toMatch(
      /place-full|pupil-placed-twice/,
    );
    await expect(db.delete(db.tables.exclusions)).rejects.toThrow();
  });

  it.each(STAY_GUARDS)('stops what a stay may not do: $what', async ({ prepare, place, guard }) => {
    const stops = (work: Promise<unknown>) => work.then(() => 'nothing', guardOf);
    await client.exec('BEGIN');
    try {
      await db.update(db.tables.places).set({ state: 'cancelled', endedReason: 'test' });
      await db.update(db.tables.providerSessions).set({ capacity: 9 });
      await prepare(db);
      expect(await stops(db.insert(db.tables.places).values(place))).toBe(guard);
    } finally {
      await client.exec('ROLLBACK');
    }
  });
});
