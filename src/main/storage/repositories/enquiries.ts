import { asc, eq } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

export type EnquiryAnswer = 'no-place' | 'refused' | 'no-answer' | 'offered-later';

/** That a provider was asked for places from a day to a day, and what it said. */
export interface Enquiry {
  readonly id: string;
  readonly exclusionId: string;
  /** Null for one that is not in the list. */
  readonly providerId: string | null;
  readonly providerName: string;
  readonly askedOn: IsoDate;
  readonly askedBy: string;
  readonly answer: EnquiryAnswer;
  readonly note: string | null;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly recordedAt: string;
}

/** What was asked for an exclusion, in the order of asking. */
export async function readEnquiries(db: Db, exclusionId: string): Promise<readonly Enquiry[]> {
  const { placeEnquiries } = db.tables;
  return db
    .select()
    .from(placeEnquiries)
    .where(eq(placeEnquiries.exclusionId, exclusionId))
    .orderBy(asc(placeEnquiries.askedOn), asc(placeEnquiries.recordedAt), asc(placeEnquiries.id));
}

/** Adds an enquiry; the database lets nobody change or remove it. */
export async function insertEnquiry(db: Db, enquiry: Enquiry): Promise<void> {
  await db.insert(db.tables.placeEnquiries).values(enquiry);
}
