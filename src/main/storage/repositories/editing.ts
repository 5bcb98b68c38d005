import { and, asc, eq, gt, ne, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** A record that somebody may have open. */
export interface EditedSubject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Seconds after which a window that was not heard of is taken to be gone. Windows are heard of every minute. */
const GONE_AFTER = 150;

/** The clock of the server as the other instants are written: those of the PCs may differ by minutes. PostgreSQL only. */
const serverTime = (secondsAgo = 0): SQL<string> =>
  sql<string>`to_char((clock_timestamp() - make_interval(secs => ${secondsAgo})) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Notes that a window has a record open, or still has. Gives whether that is news. What the same person's windows left
 * behind when they died goes with it; of others' the rows are theirs, and `othersEditing` leaves them out.
 */
export async function noteEditing(
  db: Db,
  { subjectType, subjectId }: EditedSubject,
  { windowId, userName }: { readonly windowId: string; readonly userName: string },
): Promise<boolean> {
  const { editing } = db.tables;
  await db
    .delete(editing)
    .where(and(eq(editing.userName, userName), sql`${editing.seenAt} < ${serverTime(GONE_AFTER)}`));
  const [known] = await db
    .update(editing)
    .set({ seenAt: serverTime() })
    .where(
      and(
        isOf(db, { subjectType, subjectId }),
        eq(editing.windowId, windowId),
        eq(editing.userName, userName),
      ),
    )
    .returning({ since: editing.since });
  if (known) return false;
  const now = serverTime();
  await db.insert(editing).values({ subjectType, subjectId, windowId, userName, since: now, seenAt: now });
  return true;
}

/** A window has closed a record. */
export async function forgetEditing(db: Db, subject: EditedSubject, windowId: string): Promise<boolean> {
  const { editing } = db.tables;
  const gone = await db
    .delete(editing)
    .where(and(isOf(db, subject), eq(editing.windowId, windowId)))
    .returning({ since: editing.since });
  return gone.length > 0;
}

/** The other windows that have a record open and still live, whoever opened it first before the others. */
export async function othersEditing(
  db: Db,
  subject: EditedSubject,
  windowId: string,
): Promise<readonly { readonly userName: string; readonly since: string }[]> {
  const { editing } = db.tables;
  return db
    .select({ userName: editing.userName, since: editing.since })
    .from(editing)
    .where(and(isOf(db, subject), ne(editing.windowId, windowId), gt(editing.seenAt, serverTime(GONE_AFTER))))
    .orderBy(asc(editing.since));
}

const isOf = (db: Db, { subjectType, subjectId }: EditedSubject) =>
  and(eq(db.tables.editing.subjectType, subjectType), eq(db.tables.editing.subjectId, subjectId));
