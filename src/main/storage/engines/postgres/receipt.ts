import { randomUUID } from 'node:crypto';

/** What a store leaves in the database with each commit, so that it can find out whether it went through. */
export interface Receipt {
  /** Of the store's only row. */
  readonly id: string;
  /** Commits with this receipt, in one message to the server. */
  commit(mark: string): string;
}

/** A mark no other commit has: transactions' own numbers are given out twice when a server loses power. */
export const newMark = (): string => randomUUID();

/**
 * One row for each open store, written over with each commit; one that is old is of a program that is gone, and is
 * cleared away (`signed_in` in `people-functions.ts`). Its parts are made here and hold nothing to escape.
 */
export function makeReceipt(): Receipt {
  const id = `commit:${randomUUID()}`;
  return {
    id,
    commit: (mark) => `INSERT INTO command_receipts (id, operation, user_name, at, result)
VALUES ('${id}', 'commit', session_user, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"${mark}"')
ON CONFLICT (id) DO UPDATE SET result = excluded.result, at = excluded.at; COMMIT`,
  };
}
