import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** A referral as kept. */
export type ReferralRow = Db['tables']['referrals']['$inferSelect'];

/** A referral with what lists show of the pupil and the agency. */
export interface NamedReferral extends ReferralRow {
  readonly name: string;
  readonly form: string | null;
  readonly agency: string;
  readonly team: boolean;
}

/** Referrals of a school's pupils, conditions all met, the latest first. */
export async function readReferrals(
  db: Db,
  schoolId: string,
  { id, pupilId }: { readonly id?: string; readonly pupilId?: string } = {},
): Promise<readonly NamedReferral[]> {
  const { referrals, agencies, pupils } = db.tables;
  const rows = await db
    .select({
      referral: referrals,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
      agency: agencies.name,
      team: agencies.team,
    })
    .from(referrals)
    // Crossed, so that SQLite begins with these few rows and not with the whole roll.
    .crossJoin(pupils)
    .crossJoin(agencies)
    .where(
      and(
        eq(pupils.id, referrals.pupilId),
        eq(agencies.id, referrals.agencyId),
        eq(pupils.schoolId, schoolId),
        id === undefined ? undefined : eq(referrals.id, id),
        pupilId === undefined ? undefined : eq(referrals.pupilId, pupilId),
      ),
    )
    .orderBy(desc(referrals.madeOn), desc(referrals.id));
  return rows.map(({ referral, forename, surname, ...about }) => ({
    ...referral,
    ...about,
    name: `${forename} ${surname}`,
  }));
}

/** Adds a referral, version 1; the database refuses a second open one of the pupil to the agency. */
export async function insertReferral(
  db: Db,
  referral: Omit<ReferralRow, 'version' | 'answeredOn' | 'answer' | 'allocatedTo'>,
): Promise<void> {
  await db.insert(db.tables.referrals).values({ ...referral, version: 1 });
}

/** Changes a referral and gives it the next version. */
export async function updateReferral(
  db: Db,
  id: string,
  set: Partial<Pick<ReferralRow, 'state' | 'answeredOn' | 'answer' | 'allocatedTo'>>,
): Promise<void> {
  const { referrals } = db.tables;
  await db
    .update(referrals)
    .set({ ...set, version: sql`${referrals.version} + 1` })
    .where(eq(referrals.id, id));
}
