import type { Result } from '#shared/kernel/result.ts';
import type { Secret } from '../security/keys/slots.ts';

/** The keys of this PC's database. A person's password opens it where the system's key store does not. */
export interface KeyDesk {
  /**
   * Lets this person's password open the database; replaces their older one. The first one of a database that anybody
   * could open gives it a new key that nobody has seen. Takes some tenths of a second. Not inside `read` or `change`.
   */
  admitPassword(foldedName: string, password: string): Promise<void>;
  /** Whether a password of this person opens it. */
  admits(foldedName: string): boolean;
  /** The person's password no longer opens it. */
  dismissPassword(foldedName: string): Promise<void>;
  /** What opens the database, without saying whose it is. */
  standing(): KeyStanding;
  /** What the system's key store is known as, such as “this Windows account”; missing without one. */
  readonly accountName?: string;
  /** Whether a recovery key, as it was typed, opens the database; slowed down like any other try. */
  opensWith(recoveryKey: string): Promise<boolean>;
  /** Opens the database with what somebody typed; `remember` lets this account of the PC open it from now on. */
  unlock(secret: Secret, remember: boolean): Promise<Result<Record<string, never>>>;
  /** A new recovery key, told this once. The one before opens as well until the new one is confirmed. */
  newRecoveryKey(): NewRecoveryKey;
  /** Somebody has the new recovery key in hand: the one before no longer opens. */
  confirmRecoveryKey(groups: readonly TypedGroup[]): Result<Record<string, never>>;
  /**
   * Encrypts the database with a new data key, which the new recovery key, this account and `person` open, nobody else.
   * Takes seconds; nobody can work meanwhile.
   */
  change(
    person: PersonSecret | undefined,
    progress: (fraction: number | undefined, text: string) => void,
  ): Promise<Result<NewRecoveryKey>>;
  /** Lets this account of the PC open the database without a question, or no longer. */
  admitThisAccount(admit: boolean): Result<Record<string, never>>;
}

export interface PersonSecret {
  readonly foldedName: string;
  readonly password: string;
}

export interface NewRecoveryKey {
  /** Seven groups of five characters. */
  readonly recoveryKey: string;
  /** Which sheet it is, for people who have several: the day and a short mark. */
  readonly sheet: string;
  readonly madeAt: string;
  /** Numbers (from 1) of the groups to type back. */
  readonly ask: readonly number[];
}

export interface TypedGroup {
  readonly group: number;
  readonly typed: string;
}

/** What opens the database of this PC. */
export interface KeyStanding {
  /** The key lies beside the database in clear: no real record may be in it. */
  readonly open: boolean;
  /** The newest recovery key; missing when there is none yet. */
  readonly recovery?: { readonly sheet: string; readonly madeAt: string; readonly confirmed: boolean };
  /** The system's key store: its name, and whether it opens the database for this account. Missing without one. */
  readonly thisAccount?: { readonly name: string; readonly admitted: boolean };
  readonly otherAccounts: number;
  readonly passwords: number;
  readonly keyMadeAt?: string;
}

export type OfficeStanding =
  /** `needs-sign-in`: a shared database, which somebody opens with their own name and password. */
  | { readonly state: 'opening' | 'open' | 'needs-key' | 'needs-sign-in' }
  /** The file or its keys are not whole, or gone; `why` is a sentence. */
  | { readonly state: 'damaged'; readonly why: string }
  /** Nothing a key or a backup would help with: a newer version's, another program's, a network share. */
  | { readonly state: 'unusable'; readonly why: string };

/** The database of this PC while the program runs: opened, closed for a moment, opened again. */
export interface OfficeDesk {
  standing(): OfficeStanding;
  /** Where the file is, and the key it is encrypted with. Throws while no key is known. */
  place(): { readonly file: string; readonly key: string };
  /**
   * Closes the store, does `work` with the file, and opens again whatever comes of it. Requests that come meanwhile wait.
   * Not inside `read` or `change`.
   */
  whileClosed<T>(work: (place: { readonly file: string; readonly key: string }) => Promise<T>): Promise<T>;
  /** Where the database is or should be; also while it is damaged or gone. */
  readonly file: string;
  /** A damaged place was found: nothing is read or written any more. */
  foundDamaged(why: string): Promise<void>;
  /** Looks again at what lies there, as at the start: after a recovery. */
  reopen(): Promise<OfficeStanding>;
}
