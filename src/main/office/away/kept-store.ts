import type { OutboxEntry } from '../../features/away-desk.ts';
import { isRefused } from '../../storage/engines/is-refused.ts';
import { openMemoryStore } from '../../storage/engines/memory.ts';
import { makeWorkQueue } from '../../storage/engines/work-queue.ts';
import type { Store } from '../../storage/store.ts';
import type { AwayBook } from './away-book.ts';

/** What is worked with while the server is away. `close` does nothing: others come and go with it. */
export interface KeptStore extends Store {
  readonly book: AwayBook;
  /** Inside a write: the command goes into the outbox with it, both on the disk or neither. */
  keep(entry: OutboxEntry): void;
  end(): Promise<void>;
}

export function makeKeptStore(location: string, book: AwayBook, database: Buffer): KeptStore {
  let memory = openMemoryStore(location, database);
  let given: OutboxEntry[] = [];
  const enqueue = makeWorkQueue('write');
  return {
    engine: 'postgres',
    location,
    book,
    read: (work) => memory.read(work),
    write: (work) =>
      enqueue(async () => {
        given = [];
        const value = await memory.write(work);
        if (given.length === 0 || isRefused(value)) return value;
        const added = given;
        try {
          const bytes = memory.bytes();
          await book.write((before) => ({
            ...before,
            entries: [...before.entries, ...added],
            database: bytes,
          }));
        } catch (error) {
          const undone = memory;
          memory = openMemoryStore(location, book.content().database);
          await undone.close();
          throw error;
        }
        return value;
      }),
    keep: (entry) => given.push(entry),
    close: async () => undefined,
    end: () => enqueue(() => memory.close()),
  };
}
