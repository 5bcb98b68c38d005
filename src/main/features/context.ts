import type { OperationName, OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { WorkingRole } from '#shared/permissions/roles.ts';
import type { FileDesk } from '../platform/files/file-desk.ts';
import type { Log } from '../platform/log.ts';
import type { PasswordCost } from '../security/passwords.ts';
import type { NationalSchools } from '../platform/national-schools/types.ts';
import type { Secret } from '../security/keys/slots.ts';
import type { Db, Store } from '../storage/store.ts';

/** Who is working. Lives in main; the window cannot set it but by signing in or choosing one of its roles. */
export interface UserSession {
  /** Empty before anybody has signed in. */
  readonly userName: string;
  readonly role: WorkingRole;
  /** Missing in a demonstration, where nobody signs in. */
  readonly userId?: string;
  /** The providers that a session of provider staff is for; missing: all of them (a demonstration). Kept up to date. */
  readonly providerIds?: readonly string[];
}

/** The session before anybody has signed in, and while the window is locked. */
export const NOBODY: UserSession = { userName: '', role: 'none' };

/** Somebody who has signed in; nothing of theirs is answered while it is locked. */
export interface HeldSession {
  readonly session: UserSession;
  readonly locked: boolean;
}

/** Who has signed in to this program. The window's locks after a time; the command line's ends with it. */
export interface SessionDesk {
  /** Undefined: nobody (nor in a demonstration, where nobody signs in). */
  current(): HeldSession | undefined;
  /** Takes the place of whoever was there, and of a lock. */
  signIn(session: UserSession, lockAfterMinutes: number): void;
  signOut(): void;
  lock(): void;
  /** Another role of the one who has signed in; in a demonstration another name too. */
  workAs(session: UserSession): void;
  lockAfter(minutes: number): void;
  /** Who signed in here last. */
  lastName(): string | undefined;
}

/** Which program this is: `runtime` has names and versions (Electron, Node ...). */
export interface Program {
  readonly version: string;
  readonly runtime: Readonly<Record<string, string>>;
}

/** What a command leaves in the audit trail; `detail` is a self-contained snapshot, before and after where both exist. */
export interface AuditNote {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail?: unknown;
  /** Whom it was about, where the subject itself does not say. */
  readonly pupilId?: string;
  /** What came of it, where that is not what the operation says of itself: a sign-in that was kept to be counted. */
  readonly outcome?: 'done' | 'refused' | 'seen' | 'left';
}

/** The outcome of a change inside its transaction. */
export interface Changed<T> {
  readonly value: T;
  readonly audit: AuditNote | readonly AuditNote[];
  /** Who did it, where that is known only now (somebody signed in) or was known before (they signed out). */
  readonly by?: UserSession;
}

/** Long work reports here; both are cheap and may be called for every record. */
export interface JobReporter {
  /** `fraction` 0 to 1, or undefined while it cannot be known; `text` says what is being done. */
  progress(fraction: number | undefined, text: string): void;
  /** Throws `JobCancelledError` once the user has cancelled; a write in progress is rolled back by it. */
  checkCancelled(): void;
}

export class JobCancelledError extends Error {
  override readonly name = 'JobCancelledError';
}

/** What an application is put together from; the same for the window, the command line, workers and tests. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly files: FileDesk;
  readonly sessions: SessionDesk;
  readonly jobs: JobDesk;
  readonly program: Program;
  readonly nationalSchools: () => NationalSchools;
  readonly log: Log;
  /** Both are missing where the database is no file of this program's own (most tests). */
  readonly keys?: KeyDesk | undefined;
  readonly office?: OfficeDesk | undefined;
  /** What a password's hash costs; missing: what the product takes. */
  readonly passwordCost?: PasswordCost | undefined;
  /** Prints an HTML page as PDF; only the window's program can. Takes some tenths of a second. */
  readonly printPdf?: ((html: string) => Promise<Uint8Array>) | undefined;
}

/** The keys of this PC's database. A person's password opens it where the system's key store does not. */
export interface KeyDesk {
  /**
   * Lets this person's password open the database; replaces their older one. The first one of a database that anybody
   * could open gives it a new key that nobody has seen. Takes some tenths of a second. Not inside `read` or `change`.
   */
  admitPassword(foldedName: string, password: string): Promise<void>;
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
    progress: JobReporter['progress'],
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
  | { readonly state: 'opening' | 'open' | 'needs-key' }
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
}

/** Long work under way elsewhere. */
export interface JobDesk {
  /** False when there is no such job (it may have ended). */
  cancel(jobId: string): boolean;
}

/** What every handler is given. */
export interface Context extends Omit<Services, 'log'> {
  readonly session: UserSession;
  readonly job: JobReporter;
  /** Several queries over one unchanging view. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * The only way for a command to write: one transaction with its audit rows. A refused `Result` or a throw undoes all.
   */
  change<T>(work: (db: Db) => Promise<Result<Changed<T>>>): Promise<Result<T>>;
}

export type Handler<N extends OperationName> = (
  context: Context,
  input: ParsedInput<N>,
) => Promise<Result<OperationOutput<N>>>;

export type Handlers = { readonly [N in OperationName]: Handler<N> };
