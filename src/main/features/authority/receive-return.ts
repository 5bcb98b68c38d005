import type { Result } from '#shared/kernel/result.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { periodName } from '../../exchange/period-name.ts';
import {
  findBySha256,
  findCurrent,
  insertReceived,
  type ReceivedExclusion,
  type ReceivedReturn,
} from '../../storage/repositories/received-returns.ts';
import { countReturn } from '#shared/domain/returns/count-return.ts';
import type { Context } from '../context.ts';
import type { ReadReturn } from './read-return-file.ts';

export interface Received {
  readonly outcome: 'imported' | 'replaced' | 'older' | 'duplicate';
  readonly received: ReceivedReturn;
  /** The file that is replaced, or that stands in the way of an older one. */
  readonly other: ReceivedReturn | undefined;
}

/** Keeps one return in one transaction: new, in place of an older one, or not at all. */
export function receiveReturn(
  context: Context,
  fileName: string,
  read: ReadReturn,
  schoolName: string,
): Promise<Result<Received>> {
  const { document } = read;
  return context.change<Received>(async (db) => {
    const received = describe(context, fileName, read, schoolName);
    const outcomeOf = (outcome: Received['outcome'], other?: ReceivedReturn) => ({
      ok: true as const,
      value: {
        value: { outcome, received, other },
        audit:
          outcome === 'imported' || outcome === 'replaced'
            ? [
                {
                  subjectType: 'received-return',
                  subjectId: received.id,
                  detail: {
                    fileName,
                    sha256: read.sha256,
                    laEstab: received.laEstab,
                    period: received.periodName,
                    outcome,
                  },
                },
              ]
            : [],
      },
    });
    const same = await findBySha256(db, read.sha256);
    if (same) return outcomeOf('duplicate', same);
    const current = await findCurrent(db, received);
    if (current && current.createdAt > received.createdAt) return outcomeOf('older', current);
    await insertReceived(db, received, exclusionRows(received.id, document), current);
    return outcomeOf(current ? 'replaced' : 'imported', current);
  });
}

function describe(
  { newId, clock, session }: Context,
  fileName: string,
  { document, format, sha256 }: ReadReturn,
  schoolName: string,
): ReceivedReturn {
  return {
    id: newId(),
    laEstab: document.school.la + document.school.estab,
    schoolName,
    periodFrom: document.period.from,
    periodTo: document.period.to,
    periodName: periodName(document),
    format,
    fileName,
    sha256,
    createdAt: document.createdAt ?? document.referenceDate,
    nil: document.nil,
    current: true,
    counts: countReturn(document.pupils),
    receivedBy: session.userName,
    receivedAt: clock.now(),
  };
}

function exclusionRows(returnId: string, { pupils }: ReturnDocument): ReceivedExclusion[] {
  const rows = pupils.flatMap((pupil) => pupil.exclusions.map((exclusion) => ({ pupil, exclusion })));
  return rows.map(({ pupil, exclusion }, position) => ({
    returnId,
    position,
    upn: pupil.upn,
    surname: pupil.surname,
    forename: pupil.forename,
    sex: pupil.sex,
    dob: pupil.dob,
    ncYear: pupil.ncYear ?? null,
    onRoll: pupil.onRoll,
    category: exclusion.category,
    reasons: exclusion.reasons,
    startDate: exclusion.startDate,
    sessions: exclusion.sessions ?? null,
    inCare: exclusion.inCare ?? null,
    senProvision: exclusion.senProvision ?? null,
  }));
}
