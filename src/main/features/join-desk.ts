import type { Result } from '#shared/kernel/result.ts';
import type { SharedAbout } from './shared-desk.ts';

/** That this PC has begun to work on another database. */
export interface JoinChange {
  readonly change: 'joined' | 'left';
  /** The shared one. */
  readonly database: string;
}

/** Which database this PC works on: its own, or a shared one that it has joined. */
export interface JoinDesk {
  /** What a join file says; refused with a sentence for any other file. */
  look(path: string): Result<SharedAbout>;
  /** Asks the servers of a join file for an answer, without anybody's name. Refused with a sentence why there is none. */
  reach(path: string): Promise<Result<true>>;
  /** Works on the shared database from the next moment on; this PC's own database stays where it is. */
  join(path: string): Promise<Result<SharedAbout>>;
  /** Works on this PC's own database again; the join file is kept under another name. */
  leave(): Promise<void>;
  /** What the trail of the database that this PC works on now does not tell yet: nobody has signed in to it since. */
  unnoted(): JoinChange | undefined;
  /** It is told there. */
  noted(): Promise<void>;
}
