import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { addMonths, type IsoDate } from '#shared/kernel/plain-date.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import type { Db } from '../storage/store.ts';

/** A case may still come before governors, a panel or a court for about this long, in months. */
const CASE_OPEN_FOR = 12;

/**
 * Why the records of pupils cannot be erased today, in sentences, by pupil: on the roll, a case of the last year, a place
 * to come, at risk, kept longer for a reason. Pupils against whom nothing stands are left out.
 */
export async function eraseBlockers(
  db: Db,
  pupilIds: readonly string[],
  today: IsoDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const why = new Map<string, string[]>();
  const say = (id: string, sentence: string) => {
    const known = why.get(id) ?? [];
    if (!known.includes(sentence)) why.set(id, [...known, sentence]);
  };
  for (const ids of inChunks(pupilIds, 500)) await look(db, ids, today, say);
  return why;
}

async function look(
  db: Db,
  ids: readonly string[],
  today: IsoDate,
  say: (id: string, sentence: string) => void,
): Promise<void> {
  const { pupils, workspace, exclusions, places, atRiskEntries, retentionHolds } = db.tables;
  const onRoll = await db
    .select({ id: pupils.id, leavingDate: pupils.leavingDate, enrolStatus: pupils.enrolStatus })
    .from(pupils)
    .innerJoin(workspace, eq(workspace.homeSchoolId, pupils.schoolId))
    .where(inArray(pupils.id, [...ids]));
  for (const { id, leavingDate, enrolStatus } of onRoll) {
    if (enrolStatus !== 'P' && (leavingDate === null || leavingDate >= today))
      say(id, 'The pupil is on your roll.');
  }
  const cases = await db
    .select({ id: exclusions.pupilId, start: exclusions.startDate, end: exclusions.endDate })
    .from(exclusions)
    .where(inArray(exclusions.pupilId, [...ids]));
  for (const { id, start, end } of cases) {
    const last = end ?? start;
    if (last !== null && last >= addMonths(today, -CASE_OPEN_FOR)) {
      say(
        id,
        `The exclusion of ${formatDate(start ?? last)} is less than a year ago: it may still be looked at.`,
      );
    }
  }
  const coming = await db
    .select({ id: places.pupilId, date: places.date })
    .from(places)
    .where(
      and(
        inArray(places.pupilId, [...ids]),
        gte(places.date, today),
        inArray(places.state, ['held', 'booked']),
      ),
    );
  for (const { id } of coming) say(id, 'The pupil has a place with a provider today or later.');
  const risks = await db
    .select({ id: atRiskEntries.pupilId })
    .from(atRiskEntries)
    .where(and(inArray(atRiskEntries.pupilId, [...ids]), isNull(atRiskEntries.signedOffOn)));
  for (const { id } of risks) say(id, 'The pupil is on the register of pupils at risk.');
  const holds = await db
    .select()
    .from(retentionHolds)
    .where(and(inArray(retentionHolds.pupilId, [...ids]), gte(retentionHolds.until, today)));
  for (const { pupilId, until, reason } of holds)
    say(pupilId, `It is kept until ${formatDate(until)}: ${reason}`);
}
