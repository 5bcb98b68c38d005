import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { StoreOutcomeUnknownError, StoreUnreachableError, type Store } from '#main/storage/store.ts';
import { HURRIED } from '../builders/hurried.ts';
import { asSuperuser, newPostgresDatabase } from '../builders/postgres-database.ts';
import { makeTcpProxy, type ProxyRules, type TcpProxy } from '../builders/tcp-proxy.ts';

let direct: PostgresPlace;
let proxy: TcpProxy;
let store: Store;
/** Sees what the proxy’s connections left. */
let onlooker: Store;

beforeAll(async () => {
  direct = await newPostgresDatabase();
  onlooker = openPostgresStore(direct);
});
afterAll(() => onlooker.close());
beforeEach(async () => {
  proxy = await makeTcpProxy(direct.servers[0]?.port ?? 0);
  store = openPostgresStore(through(proxy), HURRIED);
});
afterEach(async () => {
  await store.close();
  await proxy.close();
  await asSuperuser(direct, 'DELETE FROM schools');
});

/** The message that commits; to begin speaks of committed too. */
const COMMITTING = /; COMMIT\0/;

const through = (...proxies: readonly TcpProxy[]): PostgresPlace => ({
  ...direct,
  servers: proxies.map(({ port }) => ({ host: '127.0.0.1', port })),
});

let runs = 0;
let numbers = 1000;
/** A command that must be done once: a second row of the same key is refused by the database. */
const save = (key: string, over = store): Promise<string> => {
  runs = 0;
  numbers += 1;
  const laEstab = `201${String(numbers)}`;
  return over.write(async (db) => {
    runs += 1;
    await db
      .insert(db.tables.schools)
      .values({ id: key, laEstab, urn: null, name: 'A school', phase: 'primary' });
    return `saved in try ${String(runs)}`;
  });
};
const saved = () =>
  onlooker.read(async (db) => (await db.select().from(db.tables.schools)).map(({ id }) => id).toSorted());

/** Does something with the first message that matches, and nothing afterwards. */
function once(pattern: RegExp, what: 'cut' | 'swallow-answer' | 'stall'): ProxyRules {
  let done = false;
  return {
    toServer: (bytes) => {
      if (done || !pattern.test(bytes.toString('latin1'))) return 'pass';
      done = true;
      return what;
    },
  };
}

const within = async <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const value = await work();
  expect(performance.now() - start).toBeLessThan(milliseconds);
  return value;
};

describe('a connection that breaks', () => {
  it('after the commit: what was done is answered, and is there once', async () => {
    proxy.behave(once(COMMITTING, 'swallow-answer'));
    expect(await save('a')).toBe('saved in try 1');
    expect(await saved()).toEqual(['a']);
  });

  it('before the commit arrives: it is done again, once', async () => {
    proxy.behave(once(COMMITTING, 'cut'));
    expect(await save('a')).toBe('saved in try 2');
    expect(await saved()).toEqual(['a']);
  });

  it.each([['BEGIN'], ['insert into "schools"']])('at %s: it is done again, once', async (moment) => {
    for (const what of ['cut', 'swallow-answer'] as const) {
      proxy.behave(once(new RegExp(moment), what));
      expect(await save(what)).toMatch(/saved in try [12]/);
    }
    expect(await saved()).toEqual(['cut', 'swallow-answer']);
  });

  it('between two pieces of work: nobody notices', async () => {
    await save('a');
    proxy.cut();
    expect(await save('b')).toMatch(/saved/);
    expect(await store.read((db) => db.select().from(db.tables.schools))).toHaveLength(2);
  });

  it('while something is read: it is read again', async () => {
    await save('a');
    proxy.behave(once(/select "id"/, 'cut'));
    expect(await store.read((db) => db.select().from(db.tables.schools))).toHaveLength(1);
  });

  it('again and again: it is given up, and nothing was changed', async () => {
    proxy.behave({
      toServer: (bytes) => (/insert into "schools"/.test(bytes.toString('latin1')) ? 'cut' : 'pass'),
    });
    await expect(save('a')).rejects.toThrow(StoreUnreachableError);
    expect(await saved()).toEqual([]);
  });

  it('at the commit, and nobody answers any more: says that it may have been saved', async () => {
    proxy.behave({
      toServer: (bytes) => {
        if (!COMMITTING.test(bytes.toString('latin1'))) return 'pass';
        proxy.refuse();
        return 'swallow-answer';
      },
    });
    await expect(save('a')).rejects.toThrow(StoreOutcomeUnknownError);
    expect(await saved()).toEqual(['a']);
    proxy.heal();
    expect(await save('b')).toMatch(/saved/);
  });
});

describe('a connection that is dead without anybody being told', () => {
  it('unused for a while: the next piece of work finds out soon and takes another', async () => {
    await save('a');
    proxy.stall();
    proxy.heal();
    await new Promise((resolve) => setTimeout(resolve, HURRIED.unused * 2));
    expect(await within(HURRIED.answer, () => save('b'))).toBe('saved in try 1');
  });

  it('in the middle of a write: the turn to write is not kept by what was left behind', async () => {
    proxy.behave(once(/insert into "schools"/, 'stall'));
    expect(await within(4 * HURRIED.answer, () => save('a'))).toBe('saved in try 2');
    expect(await saved()).toEqual(['a']);
  });

  it('before the commit arrives: what is under way is ended, and it is done again, once', async () => {
    proxy.behave(once(COMMITTING, 'stall'));
    expect(await within(4 * HURRIED.answer, () => save('a'))).toBe('saved in try 2');
    expect(await saved()).toEqual(['a']);
  });

  it('and no new one comes about: it is given up in bounded time', async () => {
    await save('a');
    proxy.stall();
    await within(4 * HURRIED.answer, () => expect(save('b')).rejects.toThrow(StoreUnreachableError));
    await within(4 * HURRIED.answer, () =>
      expect(store.read(async () => 1)).rejects.toThrow(StoreUnreachableError),
    );
    proxy.heal();
    expect(await save('b')).toMatch(/saved/);
  });

  it('closing does not wait for it', async () => {
    await save('a');
    proxy.stall();
    await within(2000, () => expect(store.close()).resolves.toBeUndefined());
  });
});

describe('several servers', () => {
  it('the next is taken when the first refuses, and the first again when the next does', async () => {
    const second = await makeTcpProxy(direct.servers[0]?.port ?? 0);
    const both = openPostgresStore(through(proxy, second), HURRIED);
    proxy.refuse();
    expect(await save('a', both)).toMatch(/saved/);
    expect(second.made()).toBeGreaterThan(0);
    proxy.heal();
    second.refuse();
    second.cut();
    expect(await save('b', both)).toMatch(/saved/);
    await both.close();
    await second.close();
  });

  it('a program’s many readings at once wait for each other and take no more than its connections', async () => {
    const work = Array.from({ length: 20 }, (_, at) =>
      at % 4 === 0 ? save(`k${String(at)}`) : store.read((db) => db.select().from(db.tables.schools)),
    );
    await Promise.all(work);
    // One more looked for the server.
    expect(proxy.made()).toBeLessThanOrEqual(4);
  });
});
