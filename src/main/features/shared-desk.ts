import type { Result } from '#shared/kernel/result.ts';
import type { Db } from '../storage/store.ts';

/** The shared database on a server, which each person opens with a login of their own. */
export interface SharedDesk {
  readonly about: SharedAbout;
  /** The login role of whoever has opened it; undefined: nobody has. */
  loginRole(): string | undefined;
  /**
   * Opens the database with this person's login. `admit` looks, with that login, whether they may go on; whoever had
   * opened it before stays until that was so. Refused with a sentence for a wrong name or password, and for a database of
   * another version. Throws `StoreUnreachableError`. Not inside `read` or `change`.
   */
  open<T>(
    foldedName: string,
    password: string,
    admit: (db: Db, loginRole: string) => Promise<Result<T>>,
  ): Promise<Result<T>>;
  /** Whether this is the password of whoever has opened it; slowed down like any other try. */
  knows(password: string): Promise<Result<true>>;
  /** Nobody works with it any more. Waits for what is under way. Not inside `read` or `change`. */
  leave(): Promise<void>;
}

/** For people: which database, where, and what its certificate is checked against. */
export interface SharedAbout {
  readonly name: string | undefined;
  readonly database: string;
  /** `host` or `host:port` of each server in their order. */
  readonly servers: readonly string[];
  /** `known`: signed by an authority that the PC knows; `own`: by the one in the join file; `none`: this PC alone. */
  readonly certificate: 'known' | 'own' | 'none';
}
