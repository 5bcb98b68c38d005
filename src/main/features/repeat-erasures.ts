import { and, eq } from 'drizzle-orm';
import { COMMON_KINDS, PUPIL_KINDS } from '#shared/domain/privacy/types.ts';
import { writeAudit } from '../security/audit.ts';
import { keysOfPupil, keysOfUpn, type SubjectKeys } from '../storage/personal/subject-keys.ts';
import type { Erasure } from '../storage/repositories/retention.ts';
import type { Db } from '../storage/store.ts';
import type { UserSession } from './context.ts';
import { eraseKind } from './erase-kind.ts';
import { eraseRecord, type Erased } from './erase-record.ts';

/**
 * What `erasures.pupil_id` has for a pupil whom only returns name, and for all records of before a day: enough to do it
 * again in an older copy of the database, and nothing that names anybody.
 */
export const receivedMark = (returnId: string, position: number): string =>
  `received:${returnId}/${String(position)}`;

export const beforeMark = (day: string): string => `before:${day}`;

/**
 * Erases once more what had been erased after a backup was made: to be called in the write that brings an older database
 * back. `erasures` are the rows of the newer one; those that the older one has are left alone. Gives how many it did. Each
 * has its own row in the audit trail, which the check of the chain looks for.
 */
export async function repeatErasures(
  db: Db,
  erasures: readonly Erasure[],
  { session, at }: { readonly session: UserSession; readonly at: string },
): Promise<number> {
  let done = 0;
  for (const erasure of erasures.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const [known] = await db
      .select({ id: db.tables.erasures.id })
      .from(db.tables.erasures)
      .where(eq(db.tables.erasures.id, erasure.id));
    if (known !== undefined) continue;
    const { counts, auditRows, notes } = await repeat(db, erasure);
    await db.insert(db.tables.erasures).values(erasure);
    const detail = { kind: erasure.kind, reason: erasure.reason, counts, auditRows };
    const own = erasure.pupilId.includes(':') ? {} : { pupilId: erasure.pupilId };
    const note = { subjectType: 'erasure', subjectId: erasure.id, ...own, detail };
    await writeAudit(db, session, 'privacy.erase-again', at, [note, ...notes]);
    done += 1;
  }
  return done;
}

const NOTHING: Erased = { counts: {}, auditRows: [], notes: [] };

async function repeat(db: Db, { pupilId: mark, kind }: Erasure): Promise<Erased> {
  const common = COMMON_KINDS.find((one) => one === kind);
  if (common !== undefined) return eraseKind(db, common, mark.replace('before:', ''));
  const keys = await keysOfMark(db, mark);
  if (keys === undefined || (keys.pupil.length === 0 && keys.upn.length === 0)) return NOTHING;
  return eraseRecord(
    db,
    keys,
    PUPIL_KINDS.find((one) => one === kind),
  );
}

async function keysOfMark(db: Db, mark: string): Promise<SubjectKeys | undefined> {
  const [, returnId, position] = /^received:(.+)\/(\d+)$/.exec(mark) ?? [];
  if (returnId === undefined) return keysOfPupil(db, mark);
  const { receivedExclusions: x } = db.tables;
  const [row] = await db
    .select({ upn: x.upn })
    .from(x)
    .where(and(eq(x.returnId, returnId), eq(x.position, Number(position))));
  return row && keysOfUpn(db, row.upn);
}
