import type { ClientBase } from 'pg';

/** What a committed command tells the other programs at the same shared database. Never anything about a person. */
export interface Announcement {
  readonly operation: string;
  /** Which program did it: a number that it drew when it began. */
  readonly from: string;
  /** The same for other schools, where it reaches them: what they may know of it. */
  readonly beyond?: string | undefined;
}

/** One that arrived. `id` is alike in the two that one command sends. */
export interface Heard {
  readonly operation: string;
  readonly from: string;
  readonly id: string;
}

/** What every school's programs hear. */
export const COMMON_CHANNEL = 'first_day';

/**
 * What the programs of one school hear. The server lets anybody listen to any name; this one is made of what just the
 * school's own people can read, so that nobody else can work it out. SQL; null while there is no workspace.
 */
export const OWN_CHANNEL = `(SELECT 'first_day_' || substr(encode(sha256(convert_to(
  concat_ws('/', id, home_school_id, authority_code, created_at), 'UTF8')), 'hex'), 1, 40)
  FROM workspace ORDER BY id LIMIT 1)`;

/**
 * Leaves a message with the transaction under way: the server hands it on when that is committed, and never when it is
 * undone. One round trip.
 */
export async function announceOn(
  client: ClientBase,
  { operation, from, beyond }: Announcement,
): Promise<void> {
  await client.query(
    `SELECT pg_notify(channel, json_build_object('operation', operation, 'from', $3::text, 'id', pg_current_xact_id()::text)::text)
     FROM (VALUES (1, coalesce(${OWN_CHANNEL}, '${COMMON_CHANNEL}'), $1::text), (2, '${COMMON_CHANNEL}', $2::text)) AS told (turn, channel, operation)
     WHERE operation IS NOT NULL ORDER BY turn`,
    [operation, beyond ?? null, from],
  );
}

/** What was announced, or undefined for a text that is none of ours: whoever has a login can send anything. */
export function readAnnouncement(text: string | undefined): Heard | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('operation' in value && 'from' in value && 'id' in value)) return undefined;
    const { operation, from, id } = value;
    return typeof operation === 'string' && typeof from === 'string' && typeof id === 'string'
      ? { operation, from, id }
      : undefined;
  } catch {
    return undefined;
  }
}
