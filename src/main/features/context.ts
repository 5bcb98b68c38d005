import type { OperationName, OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { FileDesk } from '../platform/files/file-desk.ts';
import type { FormDesk } from '../platform/form-desk.ts';
import type { Log } from '../platform/log.ts';
import type { PasswordCost } from '../security/passwords.ts';
import type { NationalSchools } from '../platform/national-schools/types.ts';
import type { AwayDesk } from './away-desk.ts';
import type { KeyDesk, OfficeDesk } from './office-desk.ts';
import type { JoinDesk } from './join-desk.ts';
import type { SharedDesk } from './shared-desk.ts';
import type { BackupCourse, SecondPlaceSettings } from '../backup/backup-course.ts';
import type { RunBackupTask } from '../backup/backup-tasks.ts';
import type { SystemKeyStore } from '../security/keys/slots.ts';
import type { Db, Store } from '../storage/store.ts';
import type { UserSession } from './user-session.ts';

export type { UserSession } from './user-session.ts';

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
  /** Nothing that others would see changed: they are not told of it. */
  readonly quiet?: true;
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
  /** Drawn anew by each program with a window: which one did something, or has something open. */
  readonly programId?: string | undefined;
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
  /** There where the database is a shared one on a server. */
  readonly shared?: SharedDesk | undefined;
  /** What is kept for when the server of a shared database cannot be reached; missing on one PC. */
  readonly away?: AwayDesk | undefined;
  /** Missing where there is no window: there a file is named at each start. */
  readonly joining?: JoinDesk | undefined;
  readonly backups?: BackupDesk | undefined;
  /** Half-filled forms of the window; missing where there is no window. */
  readonly forms?: FormDesk | undefined;
  readonly shield?: WindowShield | undefined;
  /** What a password's hash costs; missing: what the product takes. */
  readonly passwordCost?: PasswordCost | undefined;
  /** Prints an HTML page as PDF; only the window's program can. Takes some tenths of a second. */
  readonly printPdf?: ((html: string) => Promise<Uint8Array>) | undefined;
}

/** Whether the window can be seen in a shared or recorded screen; a setting of this PC. */
export interface WindowShield {
  /** False where the system cannot keep one window out. */
  readonly supported: boolean;
  hidden(): boolean;
  hide(hidden: boolean): void;
}

/** Backups of the database of this PC, and work on whole database files. */
export interface BackupDesk {
  readonly course: BackupCourse;
  readonly run: RunBackupTask;
  readonly settings: SecondPlaceSettings;
  /** Reads every page of the database; a damaged place stops all work with it. One check at a time. */
  checkNow(): Promise<void>;
  /** For backups under keys that this account can open without being asked. */
  readonly system?: SystemKeyStore | undefined;
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
