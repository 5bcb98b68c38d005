import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ReturnDocument } from './return-document.ts';

/** The exclusions of a return one by one, with who they are of: what two versions of it are compared by. */
export const returnedExclusions = ({ pupils }: ReturnDocument): readonly ReturnedExclusion[] =>
  pupils.flatMap(({ upn, surname, forename, exclusions }) =>
    exclusions.map(({ category, startDate, sessions, reasons, inCare, senProvision, extra }) =>
      dropUndefined({
        upn,
        surname,
        forename,
        category,
        startDate,
        startSession: extra?.startSession,
        endDate: extra?.endDate,
        sessions,
        reasons,
        inCare,
        senProvision,
      }),
    ),
  );
