import { count } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { Db, Store } from '#main/storage/store.ts';
import { newDatabaseFile, openStore } from '../builders/database.ts';

let file: string;
let store: Store;

beforeEach(() => {
  file = newDatabaseFile();
  store = openStore(file);
});

afterEach(() => store.close());

const addSchool = (db: Db, laEstab: string) =>
  db.insert(db.tables.schools).values({ id: laEstab, laEstab, name: 'School', phase: 'primary' });

const schools = (from = store) =>
  from.read(async (db) => (await db.select({ n: count() }).from(db.tables.schools))[0]?.n);

describe('the write door', () => {
  it('keeps what a finished transaction wrote', async () => {
    await store.write(async (db) => ok(await addSchool(db, '2010001')));
    expect(await schools()).toBe(1);
  });

  it('undoes everything when the work throws or is refused', async () => {
    const failing = store.write(async (db) => {
      await addSchool(db, '2010001');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const refused = await store.write(async (db) => {
      await addSchool(db, '2010002');
      return refuse('refused', 'No.');
    });
    expect(refused.ok).toBe(false);
    expect(await schools()).toBe(0);
  });

  it('runs transactions one after another, in the order they were asked for', async () => {
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((n) =>
        store.write(async (db) => {
          order.push(n);
          await addSchool(db, `201000${n}`);
          order.push(n);
        }),
      ),
    );
    expect(order).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('hides a transaction from readers until it is whole', async () => {
    let during: number | undefined;
    await store.write(async (db) => {
      await addSchool(db, '2010001');
      during = await schools();
    });
    expect([during, await schools()]).toEqual([0, 1]);
  });

  it('waits without blocking while another program writes, then goes on', async () => {
    const other = openStore(file);
    let waited = false;
    const first = other.write(async (db) => {
      await addSchool(db, '2010001');
      await sleep(120);
      waited = true;
    });
    await sleep(10);
    await store.write(async (db) => {
      expect(waited).toBe(true);
      await addSchool(db, '2010002');
    });
    await first;
    expect(await schools(other)).toBe(2);
    await other.close();
  });

  it('refuses to be opened inside itself instead of waiting for ever', async () => {
    await expect(store.write(() => store.write(async () => undefined))).rejects.toThrow(/inside itself/);
  });

  it('reads only through the read door', async () => {
    await expect(store.read((db) => addSchool(db, '2010001').then(() => undefined))).rejects.toThrow();
    expect(await schools()).toBe(0);
  });
});
