import { and, eq } from 'drizzle-orm';
import { COMMON_KINDS, PUPIL_KINDS } from '#shared/domain/privacy/types.ts';
import { keysOfPupil, keysOfUpn, type SubjectKeys } from '../storage/personal/subject-keys.ts';
import { eraseCommon } from '../storage/repositories/common-records.ts';
import type { Erasure } from '../storage/repositories/retention.ts';
import type { Db } from '../storage/store.ts';
import { eraseRecord, makeStand } from './erase-record.ts';

/**
 * What `erasures.pupil_id` has for a pupil whom only returns name, and for all records of before a day: enough to do it
 * again in an older copy of the database, and nothing that names anybody.
 */
export const receivedMark = (returnId: string, position: number): string =>
  `received:${returnId}/${String(position)}`;

export const beforeMark = (day: string): string => `before:${day}`;

/**
 * Erases once more what had been erased after a backup was made: to be called in the write that brings an older database
 * back. `erasures` are the rows of the newer one; those that the older one has are left alone. Gives how many it did.
 */
export async function repeatErasures(db: Db, erasures: readonly Erasure[]): Promise<number> {
  let done = 0;
  for (const erasure of erasures.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const [known] = await db
      .select({ id: db.tables.erasures.id })
      .from(db.tables.erasures)
      .where(eq(db.tables.erasures.id, erasure.id));
    if (known !== undefined) continue;
    await repeat(db, erasure);
    await db.insert(db.tables.erasures).values(erasure);
    done += 1;
  }
  return done;
}

async function repeat(db: Db, { pupilId: mark, kind }: Erasure): Promise<void> {
  const common = COMMON_KINDS.find((one) => one === kind);
  if (common !== undefined) {
    await eraseCommon(db, common, mark.replace('before:', ''), makeStand);
    return;
  }
  const keys = await keysOfMark(db, mark);
  if (keys === undefined || (keys.pupil.length === 0 && keys.upn.length === 0)) return;
  await eraseRecord(
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
