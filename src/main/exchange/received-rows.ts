import { countReturn } from '#shared/domain/returns/count-return.ts';
import type { Arrival } from '../storage/repositories/received-columns.ts';
import type { ReceivedReturn } from '../storage/repositories/received-returns.ts';
import { periodName } from '#shared/text/period-words.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { ReturnDocument } from './return-document.ts';

/** What the document itself does not say of the file it came in. */
type Arriving = Pick<
  ReceivedReturn,
  'id' | 'schoolName' | 'format' | 'fileName' | 'sha256' | 'receivedBy' | 'receivedAt' | 'signedBy'
>;

/** A return as an authority keeps it, its exclusions in the order of the file. */
export function receivedRows(document: ReturnDocument, arrival: Arriving): Arrival {
  const laEstab = document.school.la + document.school.estab;
  const exclusions: unknown[][] = [];
  for (const pupil of document.pupils) {
    for (const exclusion of pupil.exclusions) {
      // In the order of FILE_COLUMNS: a test holds the two against each other.
      exclusions.push([
        exclusions.length,
        laEstab,
        schoolYearOf(exclusion.startDate),
        pupil.upn,
        pupil.surname,
        pupil.forename,
        pupil.sex,
        pupil.dob,
        pupil.ncYear ?? null,
        pupil.onRoll,
        exclusion.category,
        exclusion.reasons,
        exclusion.startDate,
        exclusion.sessions ?? null,
        exclusion.inCare ?? null,
        exclusion.senProvision ?? null,
        pupil.ethnicity ?? null,
        pupil.fsm ?? null,
        exclusion.extra?.startSession ?? null,
        exclusion.extra?.endDate ?? null,
        exclusion.explanations ?? null,
      ]);
    }
  }
  return {
    received: {
      ...arrival,
      laEstab,
      periodFrom: document.period.from,
      periodTo: document.period.to,
      periodName: periodName(document.period),
      periodKind: document.period.kind,
      createdAt: madeAt(document),
      nil: document.nil,
      current: true,
      replacesId: null,
      counts: countReturn(document.pupils),
    },
    exclusions,
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
