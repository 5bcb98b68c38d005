import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutboxEntry } from '../../features/away-desk.ts';
import { schemaVersion } from '../../storage/schema-version.ts';
import { bookKey, bookName, readBook, writeBook, type BookKey } from './sealed-book.ts';

/** What one person's file holds. */
export interface BookContent {
  readonly takenAt: string;
  readonly entries: readonly OutboxEntry[];
  /** A database as `MemoryStore.bytes` gives it; missing before the first copy. */
  readonly database: Buffer | undefined;
}

export interface AwayBook {
  content(): BookContent;
  /** On the disk when this ends; after a failure everything is as it was. */
  write(change: (before: BookContent) => BookContent): Promise<void>;
  /** From now on another password opens it. */
  rekey(password: string): Promise<void>;
}

interface Whose {
  readonly folder: string;
  readonly database: string;
  readonly loginRole: string;
  readonly password: string;
}

const EMPTY: BookContent = { takenAt: '', entries: [], database: undefined };

/** `wrong`: there is one, and this password does not open it. Undefined: there is none. */
export async function openBook({
  folder,
  database,
  loginRole,
  password,
}: Whose): Promise<AwayBook | 'wrong' | undefined> {
  const name = bookName(database, loginRole);
  const path = join(folder, name);
  const read = await readBook(path, name, password);
  return read === undefined || read === 'wrong' ? read : bookAt(path, name, read.key, parse(read.content));
}

/** A new one, which is not written yet. */
export async function newBook({ folder, database, loginRole, password }: Whose): Promise<AwayBook> {
  const name = bookName(database, loginRole);
  return bookAt(join(folder, name), name, await bookKey(password), EMPTY);
}

function bookAt(path: string, name: string, first: BookKey, opened: BookContent): AwayBook {
  let content = opened;
  let key = first;
  let last: Promise<unknown> = Promise.resolve();
  const book: AwayBook = {
    content: () => content,
    rekey: async (password) => {
      key = await bookKey(password);
      await book.write((before) => before);
    },
    write: (change) => {
      const next = last.then(async () => {
        const changed = change(content);
        await mkdir(dirname(path), { recursive: true });
        await writeBook(path, name, key, bytesOf(changed));
        content = changed;
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
  return book;
}

/** Length of the head (four bytes), the head as JSON, the database. */
function bytesOf({ database, ...rest }: BookContent): Buffer {
  const head = Buffer.from(JSON.stringify({ ...rest, version: schemaVersion }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, database ?? Buffer.alloc(0)]);
}

function parse(bytes: Buffer): BookContent {
  const end = 4 + bytes.readUInt32LE(0);
  // It was authenticated: this program wrote it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const head = JSON.parse(bytes.toString('utf8', 4, end)) as Omit<BookContent, 'database'> & {
    version: number;
  };
  const database = Buffer.from(bytes.subarray(end));
  // Of another version of the tables only the outbox is of use.
  const usable = head.version === schemaVersion && database.length > 0;
  return { takenAt: head.takenAt, entries: head.entries, database: usable ? database : undefined };
}
