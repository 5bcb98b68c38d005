import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import type { ReceivedExclusion } from '../storage/repositories/received-returns.ts';

/** A received exclusion as two versions of it are compared; what its file did not say is left out. */
export function toReturned(row: ReceivedExclusion): ReturnedExclusion {
  const { upn, surname, forename, category, startDate, reasons } = row;
  return {
    upn,
    surname,
    forename,
    category,
    startDate,
    reasons,
    ...(row.startSession === null ? {} : { startSession: row.startSession }),
    ...(row.endDate === null ? {} : { endDate: row.endDate }),
    ...(row.sessions === null ? {} : { sessions: row.sessions }),
    ...(row.inCare === null ? {} : { inCare: row.inCare }),
    ...(row.senProvision === null ? {} : { senProvision: row.senProvision }),
  };
}
