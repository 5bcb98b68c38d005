import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { KeptApart } from '#shared/domain/placements/request.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** Two pupils who are kept apart; `pupilA` is the smaller id. */
export interface ApartPair {
  readonly id: string;
  readonly pupilA: string;
  readonly pupilB: string;
  readonly reason: string;
  readonly fromDate: IsoDate;
  /** The last day; null while it goes on. */
  readonly toDate: IsoDate | null;
}

/** Pairs that are kept apart on `endsFrom` or later, or all there ever were; of one pupil or of everybody. */
export async function readApartPairs(
  db: Db,
  { pupilId, endsFrom }: { readonly pupilId?: string; readonly endsFrom?: IsoDate } = {},
): Promise<readonly ApartPair[]> {
  const { keepApart } = db.tables;
  return db
    .select()
    .from(keepApart)
    .where(
      and(
        pupilId === undefined ? undefined : or(eq(keepApart.pupilA, pupilId), eq(keepApart.pupilB, pupilId)),
        endsFrom === undefined ? undefined : or(isNull(keepApart.toDate), gte(keepApart.toDate, endsFrom)),
      ),
    )
    .orderBy(asc(keepApart.fromDate), asc(keepApart.id));
}

/** One pair, or undefined. */
export async function findApartPair(db: Db, id: string): Promise<ApartPair | undefined> {
  const { keepApart } = db.tables;
  const [row] = await db.select().from(keepApart).where(eq(keepApart.id, id));
  return row;
}

/** From whom a pupil is kept apart, as the rules ask for it. */
export const keptApartFrom = (pairs: readonly ApartPair[], pupilId: string): readonly KeptApart[] =>
  pairs
    .filter(({ pupilA, pupilB }) => pupilA === pupilId || pupilB === pupilId)
    .map(({ pupilA, pupilB, reason, fromDate, toDate }) => ({
      pupilId: pupilA === pupilId ? pupilB : pupilA,
      reason,
      from: fromDate,
      ...(toDate === null ? {} : { to: toDate }),
    }));

/** Adds a pair; the order of the two pupils does not matter. */
export async function insertApartPair(
  db: Db,
  {
    pupilIds,
    ...pair
  }: Omit<ApartPair, 'pupilA' | 'pupilB'> & {
    readonly pupilIds: readonly [string, string];
    readonly madeBy: string;
    readonly madeAt: string;
  },
): Promise<void> {
  const [one, other] = pupilIds;
  const [pupilA, pupilB] = one < other ? [one, other] : [other, one];
  await db.insert(db.tables.keepApart).values({ ...pair, pupilA, pupilB });
}

/** Ends a pair with a last day; one that began later never held, and its start moves there. */
export async function endApartPair(
  db: Db,
  { id, fromDate }: Pick<ApartPair, 'id' | 'fromDate'>,
  toDate: IsoDate,
): Promise<void> {
  const { keepApart } = db.tables;
  await db
    .update(keepApart)
    .set({ toDate, fromDate: fromDate < toDate ? fromDate : toDate })
    .where(eq(keepApart.id, id));
}
