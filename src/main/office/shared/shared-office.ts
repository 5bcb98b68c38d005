import { refuse, type Result } from '#shared/kernel/result.ts';
import type { OfficeDesk, OfficeStanding } from '../../features/office-desk.ts';
import type { SharedDesk } from '../../features/shared-desk.ts';
import { describePlace, type PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { openPostgresStore } from '../../storage/engines/postgres/postgres.ts';
import { loginRoleOf } from '../../storage/shared/login-role.ts';
import { tryPlace } from '../../storage/shared/try-place.ts';
import {
  StoreNotOpenError,
  StoreUnreachableError,
  StoreUnusableError,
  type Db,
  type Store,
} from '../../storage/store.ts';
import type { AnyOffice } from '../any-office.ts';
import { makeAwayDesk } from '../away/away-desk.ts';
import type { AwayDesk } from '../../features/away-desk.ts';
import type { Patience } from '../../storage/engines/postgres/patience.ts';
import { makeBrake } from '../brake.ts';
import { makeLateStore } from '../late-store.ts';
import { aboutJoined } from './about-joined.ts';
import type { JoinFile } from './join-file.ts';

/** A shared database: it is opened by whoever signs in, with their own login. */
export interface SharedOffice extends AnyOffice {
  readonly shared: SharedDesk;
  readonly away: AwayDesk | undefined;
}

export interface SharedOfficeOptions {
  readonly join: JoinFile;
  /** Done each time somebody has opened it and before anything is answered from it. */
  readonly onOpen?: (store: Store) => Promise<void>;
  /** Begins to listen to what others do there, with the login of whoever opened it; gives what ends it. */
  readonly follow?: ((place: PostgresPlace, heard: () => void) => () => Promise<void>) | undefined;
  /** Where what is kept for when the server is away lies; missing: nothing is kept. */
  readonly away?: { readonly folder: string; readonly now: () => string } | undefined;
  /** How long a server is waited for; missing: as long as the product does. */
  readonly patience?: Patience | undefined;
}

const NO_FILE = 'The shared database is kept on its server, which makes its backups. Nothing was changed.';

/** Nothing is sent to the server before somebody signs in. */
export function makeSharedOffice({
  join,
  onOpen,
  follow,
  away: kept,
  patience,
}: SharedOfficeOptions): SharedOffice {
  const late = makeLateStore(describePlace(join), 'postgres');
  const brake = makeBrake();
  let standing: OfficeStanding = { state: 'needs-sign-in' };
  /** With whose login it is open; the password never leaves the memory of this program. */
  let opened: PostgresPlace | undefined;
  let endFollowing: (() => Promise<void>) | undefined;
  const openStore = (place: PostgresPlace): Store => followed(openPostgresStore(place, patience));
  const away = kept && makeAwayDesk({ ...kept, late, openLive: openStore });

  const placeOf = (user: string, password: string): PostgresPlace => ({
    servers: join.servers,
    database: join.database,
    tls: join.tls,
    user,
    password,
  });

  /** Slowed down after wrong ones; the server counts nothing. */
  async function admitted(place: PostgresPlace): Promise<Result<true>> {
    const seconds = brake.wait();
    if (seconds > 0)
      return refuse('refused', `Too many wrong passwords. Wait ${secondsText(seconds)}, then try again.`);
    try {
      if ((await tryPlace(place)) === 'admitted') {
        brake.passed();
        return { ok: true, value: true };
      }
    } catch (error) {
      if (error instanceof StoreUnusableError) return refuse('not-open', error.message);
      throw error;
    }
    brake.failed();
    return refuse('refused', 'The name or the password is not right. Nobody was signed in.');
  }

  async function become(place: PostgresPlace | undefined): Promise<void> {
    await late.close();
    void endFollowing?.();
    endFollowing = undefined;
    opened = place;
    standing = { state: place ? 'open' : 'needs-sign-in' };
    if (!place) {
      away?.leave();
      return late.giveUp();
    }
    const store = openStore(place);
    try {
      await onOpen?.(store);
    } finally {
      // Nobody may wait for ever, whatever came of that.
      late.open(store);
    }
    endFollowing = follow?.(place, () => away?.wrote());
    away?.live(place);
  }

  /** The server cannot be asked: what is kept for this person opens with their password alone. */
  async function openKept<T>(place: PostgresPlace, gone: Error, admit: Admit<T>): Promise<Result<T>> {
    const found = await away?.openKept(place);
    if (found === undefined) throw gone;
    if (found === 'wrong') {
      brake.failed();
      return refuse('refused', `${gone.message} ${KEPT_FOR_ANOTHER}`);
    }
    const may = await found.read((db) => admit(db, place.user));
    if (!may.ok) {
      await found.end();
      return may;
    }
    brake.passed();
    await late.close();
    await endFollowing?.();
    endFollowing = undefined;
    away?.leave();
    opened = place;
    standing = { state: 'open' };
    away?.goOn(place, found);
    late.open(found);
    // It hears nothing until the server is back, and looks for it by itself.
    endFollowing = follow?.(place, () => away?.wrote());
    return may;
  }

  /** A password that was changed here is the one of threads that begin after it, too. */
  const followed = (store: Store): Store => {
    const { login } = store;
    const write: Store['write'] = async (work) => {
      const value = await store.write(work);
      away?.wrote();
      return value;
    };
    if (!login) return { ...store, write };
    const changeTo = (password: string): void => {
      login.changeTo(password);
      if (opened) opened = { ...opened, password };
      void away?.rekey(password).catch(() => undefined);
    };
    return { ...store, write, login: { ...login, changeTo } };
  };

  function knownHere(present: PostgresPlace, password: string): Result<true> {
    const seconds = brake.wait();
    if (seconds > 0)
      return refuse('refused', `Too many wrong passwords. Wait ${secondsText(seconds)}, then try again.`);
    if (password === present.password) {
      brake.passed();
      return { ok: true, value: true };
    }
    brake.failed();
    return refuse('refused', 'The password is not right. Nobody was signed in.');
  }

  const shared: SharedDesk = {
    about: aboutJoined(join),
    loginRole: () => opened?.user,
    open: async (foldedName, password, admit) => {
      const place = placeOf(loginRoleOf(join.database, foldedName), password);
      let known: Result<true>;
      try {
        known = await admitted(place);
      } catch (error) {
        if (error instanceof StoreUnreachableError) return openKept(place, error, admit);
        throw error;
      }
      if (!known.ok) return known;
      const trial = openPostgresStore(place);
      try {
        const may = await trial.read((db) => admit(db, place.user));
        if (may.ok) await become(place);
        return may;
      } finally {
        await trial.close();
      }
    },
    knows: async (password) => {
      const present = opened;
      if (!present) return refuse('signed-out', 'Nobody works here. Sign in with your name and password.');
      const standsAway = away?.standing();
      if (standsAway && !standsAway.newPassword) return knownHere(present, password);
      const known = await admitted({ ...present, password });
      // It was changed on another PC: new connections need the one of now.
      if (known.ok && password !== present.password) await become({ ...present, password });
      return known;
    },
    leave: () => become(undefined),
  };

  const noFile = (): never => {
    throw new StoreNotOpenError(NO_FILE);
  };
  const desk: OfficeDesk = {
    file: '',
    standing: () => standing,
    place: noFile,
    whileClosed: async () => noFile(),
    foundDamaged: async () => undefined,
    reopen: async () => standing,
  };

  return {
    store: late.store,
    desk,
    shared,
    away,
    jobPlace: () => {
      if (!opened) throw new StoreNotOpenError('Nobody has signed in to the shared database.');
      return { kind: 'server', place: opened };
    },
    start: async () => standing,
    close: async () => {
      await endFollowing?.();
      away?.leave();
      await late.store.close();
    },
  };
}

type Admit<T> = (db: Db, loginRole: string) => Promise<Result<T>>;

const KEPT_FOR_ANOTHER =
  'What this PC keeps for that time opens with the name and password of somebody who has worked here.';

const secondsText = (seconds: number): string => (seconds === 1 ? 'a second' : `${String(seconds)} seconds`);
