import { leftOn } from '#shared/domain/pupils/left-on.ts';
import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import { knownBefore, ofThisYear, registerChange } from '#shared/domain/support/register-change.ts';
import { supportPeriod } from '#shared/domain/support/support-period.ts';
import type { RiskReason } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readCriteria } from '../storage/repositories/at-risk-criteria.ts';
import { insertEntry, latestEntry, updateEntry } from '../storage/repositories/at-risk-entries.ts';
import type { PupilRecord } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';
import type { AuditNote, Context } from './context.ts';
import { readRiskFacts } from './at-risk-facts.ts';

export interface AtRiskChange {
  /** The entry that is open now, if there is one. */
  readonly entryId: string | undefined;
  readonly as: 'raised' | 'added' | 'unchanged';
  readonly audit: readonly AuditNote[];
}

type AtRiskPupil = Pick<PupilRecord, 'id' | 'schoolId' | 'inCare' | 'leavingDate' | 'enrolStatus'>;

interface AtRiskNews {
  /** What a person says besides. */
  readonly byHand?: readonly RiskReason[];
  /** The first day of an exclusion that is being issued. */
  readonly issuedFrom?: IsoDate;
}

/**
 * Puts a pupil on the at-risk register when anything met is new, or adds it to the entry that is open; never a second
 * entry beside it, and none for a pupil who has left. To be called in the transaction of what may have met a
 * criterion; the caller leaves the audit rows.
 */
export async function syncAtRisk(
  db: Db,
  { clock, newId, session }: Pick<Context, 'clock' | 'newId' | 'session'>,
  pupil: AtRiskPupil,
  { byHand = [], issuedFrom }: AtRiskNews = {},
): Promise<AtRiskChange> {
  const today = clock.today();
  const { criteria, procedure } = await readCriteria(db, pupil.schoolId);
  const met = ofThisYear(criteriaMet(criteria, await readRiskFacts(db, pupil, today), today), today);
  const latest = await latestEntry(db, pupil.id);
  const open = latest !== undefined && latest.signedOffOn === null;
  const reasonsKnown =
    latest && !open && issuedFrom !== undefined ? knownBefore(latest.reasons, issuedFrom) : latest?.reasons;
  const change = registerChange(reasonsKnown && { reasons: reasonsKnown, open }, met, byHand);
  const gone = !open && leftOn(pupil, today) !== undefined;
  if (change.as === 'unchanged' || gone)
    return { entryId: open ? latest.id : undefined, as: 'unchanged', audit: [] };
  const { as, reasons } = change;
  if (open) {
    await updateEntry(db, latest.id, { reasons });
    const before = { reasons: latest.reasons };
    const audit = [note(latest.id, { pupilId: pupil.id, before, after: { reasons } })];
    return { entryId: latest.id, as, audit };
  }
  const entryId = newId();
  const period = supportPeriod(today, procedure);
  const raised = { since: today, reasons, periods: [period], reviewOn: period.reviewOn };
  await insertEntry(db, {
    id: entryId,
    pupilId: pupil.id,
    ...raised,
    raisedBy: session.userName,
    raisedAt: clock.now(),
  });
  return { entryId, as, audit: [note(entryId, { pupilId: pupil.id, after: raised })] };
}

const note = (subjectId: string, detail: unknown): AuditNote => ({
  subjectType: 'at-risk-entry',
  subjectId,
  detail,
});
