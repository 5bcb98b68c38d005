import type { AwayDesk, OutboxEntry } from '../../features/away-desk.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { fillMemoryStore } from '../../storage/engines/memory.ts';
import { tryPlace } from '../../storage/shared/try-place.ts';
import { StoreUnreachableError, StoreUnusableError, type Store } from '../../storage/store.ts';
import type { LateStore } from '../late-store.ts';
import { newBook, openBook, type AwayBook } from './away-book.ts';
import { readKeptRows, writeKeptRows } from './kept-rows.ts';
import { makeKeptStore, type KeptStore } from './kept-store.ts';
import { setAside } from './set-aside.ts';

/** What the office of a shared database tells it beside what everybody may. */
export interface AwayOffice extends AwayDesk {
  /** Somebody has opened the database at its server: what is kept for them is opened, and brought up to date. */
  live(place: PostgresPlace): void;
  /** What is kept for somebody whom the server cannot be asked about; `wrong`: another password. */
  openKept(place: PostgresPlace): Promise<KeptStore | 'wrong' | undefined>;
  /** That store is what is worked with from here on. */
  goOn(place: PostgresPlace, kept: KeptStore): void;
  /** Somebody wrote: what is kept follows soon. */
  wrote(): void;
  /** The password of whoever works here has changed. */
  rekey(password: string): Promise<void>;
  /** Nobody works here. */
  leave(): void;
}

export interface AwayParts {
  readonly folder: string;
  readonly late: LateStore;
  /** A store at the server, as the office opens it. */
  readonly openLive: (place: PostgresPlace) => Store;
  /** UTC ISO. */
  readonly now: () => string;
}

/** How soon after a change what is kept follows it, in milliseconds. */
const SOON = 20_000;

/** How long after the last copy it still opens: who has left, and what was erased, is known by the server alone. */
const MOST_DAYS = 14;
const DAY = 86_400_000;

export function makeAwayDesk({ folder, late, openLive, now }: AwayParts): AwayOffice {
  let place: PostgresPlace | undefined;
  let book: AwayBook | undefined;
  let kept: KeptStore | undefined;
  let since: string | undefined;
  let refused = false;
  let opening: Promise<void> = Promise.resolve();
  let beginning: Promise<boolean> | undefined;
  let soon: NodeJS.Timeout | undefined;

  const whose = ({ database, user, password }: PostgresPlace) => ({
    folder,
    database,
    loginRole: user,
    password,
  });

  async function openFor(at: PostgresPlace): Promise<void> {
    const found = await openBook(whose(at));
    // A password of before: it may hold commands that nobody else has.
    if (found === 'wrong') await setAside(folder, at.database, at.user, now());
    const opened = found === 'wrong' || found === undefined ? await newBook(whose(at)) : found;
    if (place === at) book = opened;
  }

  async function take(): Promise<void> {
    const [at, into] = [place, book];
    if (!at || !into || since !== undefined) return;
    const rows = await late.store.read((db) => readKeptRows(db, at.user));
    const store = rows && (await fillMemoryStore('', (db) => writeKeptRows(db, rows)));
    const database = store?.bytes();
    await store?.close();
    if (since === undefined && book === into)
      await into.write((before) => ({ ...before, takenAt: now(), database }));
  }

  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

  async function becomeAway(): Promise<boolean> {
    await opening.catch(() => undefined);
    const [at, from] = [place, book];
    const database = from?.content().database;
    if (!at || !from || database === undefined) return false;
    await late.close();
    desk.goOn(at, makeKeptStore(late.store.location, from, database));
    if (kept) late.open(kept);
    return true;
  }

  const desk: AwayOffice = {
    standing: () => {
      const takenAt = book?.content().takenAt ?? '';
      return since === undefined ? undefined : { since, takenAt, ...(refused ? { newPassword: true } : {}) };
    },
    entries: () => book?.content().entries ?? [],
    begin: () => {
      if (since !== undefined) return Promise.resolve(true);
      beginning ??= becomeAway().finally(() => (beginning = undefined));
      return beginning;
    },
    keep: (entry) => kept?.keep(entry),
    settle: async (change) => book?.write((before) => ({ ...before, entries: change(before.entries) })),
    atServer: async (work) => {
      const at = place;
      if (!at) return undefined;
      if (since === undefined) return work(late.store);
      // Asked once: a server may count wrong passwords.
      if (refused) return undefined;
      const answer = await askServer(at);
      refused = answer === 'wrong' && place === at;
      if (answer !== 'admitted') return undefined;
      const store = openLive(at);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
    end: async () => {
      const at = place;
      if (!at || since === undefined || !kept) return;
      await late.close();
      // Somebody gave a command in that very moment.
      if (desk.entries().some(isWaiting)) return late.open(kept);
      since = undefined;
      const before = kept;
      kept = undefined;
      late.open(openLive(at));
      await before.end();
      quietly(take());
    },
    refresh: async () => {
      await opening;
      await take();
    },
    live: (at) => {
      // Under a new password what waits goes on with them.
      const own = place?.user === at.user ? book : undefined;
      const samePassword = place?.password === at.password;
      desk.leave();
      place = at;
      book = own;
      opening = !own ? openFor(at) : samePassword ? Promise.resolve() : own.rekey(at.password);
      quietly(desk.refresh());
    },
    openKept: async (at) => {
      const found = await openBook(whose(at));
      if (found === 'wrong' || found === undefined) return found;
      const { database, takenAt } = found.content();
      if (Date.parse(now()) - Date.parse(takenAt) > MOST_DAYS * DAY) return undefined;
      return database && makeKeptStore(late.store.location, found, database);
    },
    goOn: (at, store) => {
      place = at;
      book = store.book;
      kept = store;
      since ??= now();
    },
    wrote: () => {
      if (since !== undefined || soon) return;
      soon = setTimeout(() => {
        soon = undefined;
        quietly(take());
      }, SOON);
      soon.unref();
    },
    rekey: async (password) => {
      if (place) place = { ...place, password };
      await opening;
      await book?.rekey(password);
    },
    leave: () => {
      clearTimeout(soon);
      soon = undefined;
      const before = kept;
      [place, book, kept, since] = [undefined, undefined, undefined, undefined];
      refused = false;
      if (before) quietly(before.end());
    },
  };
  return desk;
}

const isWaiting = ({ state }: OutboxEntry): boolean => state === 'waiting';

async function askServer(place: PostgresPlace): Promise<'admitted' | 'wrong' | 'gone'> {
  try {
    return await tryPlace(place);
  } catch (error) {
    if (error instanceof StoreUnreachableError || error instanceof StoreUnusableError) return 'gone';
    throw error;
  }
}
