import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';

export type SealKeyRow = Db['tables']['sealKeys']['$inferSelect'];

/** All keys of sealed returns that are known here, the oldest first. */
export async function listSealKeys(db: Db, holder: SealKeyRow['holder']): Promise<readonly SealKeyRow[]> {
  const { sealKeys } = db.tables;
  return db
    .select()
    .from(sealKeys)
    .where(eq(sealKeys.holder, holder))
    .orderBy(asc(sealKeys.addedAt), asc(sealKeys.id));
}

/** The keys of one school or authority that are still used for new files, the oldest first. */
export async function keysInUse(
  db: Db,
  holder: SealKeyRow['holder'],
  code: string,
): Promise<readonly SealKeyRow[]> {
  const { sealKeys } = db.tables;
  return db
    .select()
    .from(sealKeys)
    .where(and(eq(sealKeys.holder, holder), eq(sealKeys.code, code), isNull(sealKeys.retiredAt)))
    .orderBy(asc(sealKeys.addedAt), asc(sealKeys.id));
}

/** The key of a school or authority that was here before any other, in use or not. */
export async function firstSealKey(
  db: Db,
  holder: SealKeyRow['holder'],
  code: string,
): Promise<SealKeyRow | undefined> {
  const { sealKeys } = db.tables;
  const [row] = await db
    .select()
    .from(sealKeys)
    .where(and(eq(sealKeys.holder, holder), eq(sealKeys.code, code)))
    .orderBy(asc(sealKeys.addedAt), asc(sealKeys.id))
    .limit(1);
  return row;
}

export async function findSealKey(
  db: Db,
  by: { readonly id: string } | { readonly publicKey: string },
): Promise<SealKeyRow | undefined> {
  const { sealKeys } = db.tables;
  const [row] = await db
    .select()
    .from(sealKeys)
    .where('id' in by ? eq(sealKeys.id, by.id) : eq(sealKeys.publicKey, by.publicKey));
  return row;
}

export async function insertSealKey(db: Db, row: SealKeyRow): Promise<void> {
  await db.insert(db.tables.sealKeys).values(row);
}

/** Confirms a key, or takes it out of use or back into it; only what is given is written. */
export async function updateSealKey(
  db: Db,
  id: string,
  changes: Partial<Pick<SealKeyRow, 'confirmedBy' | 'retiredAt'>>,
): Promise<void> {
  const { sealKeys } = db.tables;
  await db.update(sealKeys).set(changes).where(eq(sealKeys.id, id));
}
