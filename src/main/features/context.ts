import type { OperationName, OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { WorkingRole } from '#shared/permissions/roles.ts';
import type { FileDesk } from '../platform/files/file-desk.ts';
import type { Log } from '../platform/log.ts';
import type { NationalSchools } from '../platform/national-schools/types.ts';
import type { Db, Store } from '../storage/store.ts';

/** Who is working. Lives in main; the window cannot set it but by signing in or choosing one of its roles. */
export interface UserSession {
  /** Empty before anybody has signed in. */
  readonly userName: string;
  readonly role: WorkingRole;
  /** Missing in a demonstration, where nobody signs in. */
  readonly userId?: string;
  /** The providers that a session of provider staff is for; missing: all of them (a demonstration). */
  readonly providerIds?: readonly string[];
}

/** The session before anybody has signed in, and while the window is locked. */
export const NOBODY: UserSession = { userName: '', role: 'none' };

/** Switches the session's role and name, for as long as signing in is not asked for. */
export interface SessionDesk {
  workAs(session: UserSession): void;
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
}

/** The outcome of a change inside its transaction. */
export interface Changed<T> {
  readonly value: T;
  readonly audit: AuditNote | readonly AuditNote[];
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
  /** Prints an HTML page as PDF; only the window's program can. Takes some tenths of a second. */
  readonly printPdf?: ((html: string) => Promise<Uint8Array>) | undefined;
}

/** The keys of this PC's database. A person's password opens it where the system's key store does not. */
export interface KeyDesk {
  /** Lets this person's password open the database; replaces their older one. Takes some tenths of a second. */
  admitPassword(foldedName: string, password: string): Promise<void>;
  /** The person's password no longer opens it. */
  dismissPassword(foldedName: string): Promise<void>;
}

/** The database of this PC while the program runs: opened, closed for a moment, opened again. */
export interface OfficeDesk {
  /** Where the file is, and the key it is encrypted with. Throws while it is not open. */
  place(): { readonly file: string; readonly key: string };
  /** Closes the store, does `work` with the file, and opens again whatever comes of it. */
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
