import type { Db, Store } from '#main/storage/store.ts';

/** Thrown after the first time, so that the store undoes it as it undoes a fault. */
const UNDONE = new Error('Undone to be done again.');

/**
 * The store as one whose connection breaks before every commit: each piece of work is done, undone, and done again from
 * its start. What is refused or fails the first time is given as it is; nothing would have been committed. A shared
 * database's store does so when it has to, and nothing of the first time may be left in what the work gives.
 */
export function writeTwice(store: Store): Store {
  const write = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    try {
      return await store.write(async (db) => {
        const value = await work(db);
        if (isRefused(value)) return value;
        throw UNDONE;
      });
    } catch (error) {
      if (error !== UNDONE) throw error;
      return store.write(work);
    }
  };
  // Not a copy: where the database lies may change while it is open.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store with one method replaced
  return Object.create(store, { write: { value: write } }) as Store;
}

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
