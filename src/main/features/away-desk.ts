import type { OperationName } from '#shared/contract/contract.ts';
import type { Store } from '../storage/store.ts';
import type { UserSession } from './user-session.ts';

/** A command that was given while the server of the shared database could not be reached. */
export interface OutboxEntry {
  /** The command’s own id, under which the server does it once. */
  readonly id: string;
  readonly operation: OperationName;
  /** As it was parsed. */
  readonly input: unknown;
  readonly session: UserSession;
  /** When it was given, UTC ISO, and the day in England. */
  readonly at: string;
  readonly day: string;
  /** Whom it is about: a later command about the same pupil waits for it. */
  readonly pupilId: string | undefined;
  readonly pupilName: string;
  /** What it did here, in words: the exclusion’s title, or the letter’s. */
  readonly title: string;
  /** `stopped`: the server refused it with `said`, or one before it about the same pupil. */
  readonly state: 'waiting' | 'stopped';
  readonly said?: string | undefined;
}

/** Since when the server cannot be reached, and of when what is shown meanwhile is; UTC ISO. */
export interface AwayStanding {
  readonly since: string;
  readonly takenAt: string;
  /** The server answers again and does not take this password any more: it was changed on another PC. */
  readonly newPassword?: true;
}

/** What is kept on this PC for when the server of the shared database cannot be reached, and what waits to be sent. */
export interface AwayDesk {
  /** Undefined while the server answers. */
  standing(): AwayStanding | undefined;
  /** In the order in which they were given. */
  entries(): readonly OutboxEntry[];
  /** The server cannot be reached: answers come from what is kept. False when nothing is, or it is so already. */
  begin(): Promise<boolean>;
  /** Inside a write while it is away: the command is on the disk when the write has ended, or the write is undone. */
  keep(entry: OutboxEntry): void;
  /** The outbox as it is from now on, on the disk when this ends. */
  settle(change: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]): Promise<void>;
  /** The server’s store with the person’s own login, for `work`; undefined while it does not answer. */
  atServer<T>(work: (store: Store) => Promise<T>): Promise<T | undefined>;
  /** The server answers again, and nothing waits: work goes on there. */
  end(): Promise<void>;
  /** Brings what is kept up to date. Nothing while the server is away. */
  refresh(): Promise<void>;
}
