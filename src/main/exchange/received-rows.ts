import { countReturn } from '#shared/domain/returns/count-return.ts';
import type { ReceivedExclusion, ReceivedReturn } from '../storage/repositories/received-returns.ts';
import { periodName } from '#shared/text/period-words.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { ReturnDocument } from './return-document.ts';

/** What the document itself does not say of the file it came in. */
type Arrival = Pick<
  ReceivedReturn,
  'id' | 'schoolName' | 'format' | 'fileName' | 'sha256' | 'receivedBy' | 'receivedAt'
>;

/** A return as an authority keeps it: the file that counts now, and its exclusions in the order of the file. */
export function receivedRows(
  document: ReturnDocument,
  arrival: Arrival,
): { readonly received: ReceivedReturn; readonly exclusions: readonly ReceivedExclusion[] } {
  return {
    received: {
      ...arrival,
      laEstab: document.school.la + document.school.estab,
      periodFrom: document.period.from,
      periodTo: document.period.to,
      periodName: periodName(document.period),
      periodKind: document.period.kind,
      createdAt: madeAt(document),
      nil: document.nil,
      current: true,
      replacesId: null,
      signedBy: null,
      counts: countReturn(document.pupils),
    },
    exclusions: document.pupils
      .flatMap((pupil) => pupil.exclusions.map((exclusion) => ({ pupil, exclusion })))
      .map(({ pupil, exclusion }, position) => ({
        returnId: arrival.id,
        position,
        laEstab: document.school.la + document.school.estab,
        schoolYear: schoolYearOf(exclusion.startDate),
        counts: true,
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
        ethnicity: pupil.ethnicity ?? null,
        fsm: pupil.fsm ?? null,
        startSession: exclusion.extra?.startSession ?? null,
        endDate: exclusion.extra?.endDate ?? null,
        explanations: exclusion.explanations ?? null,
      })),
  };
}

/**
 * When the return was made, in one form, because the texts are compared to tell the newer of two: whatever else other
 * systems write there (zones, other orders) is left out. Without a time that can be read, the census's reference date.
 */
function madeAt({ createdAt = '', referenceDate }: ReturnDocument): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(createdAt) ?? [];
  return day === undefined || time === undefined ? referenceDate : `${day}T${time}`;
}
