import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import type { ReturnDocument } from './return-document.ts';

/** The exclusions of a return one by one, for telling two versions apart; what a format does not say is left out. */
export const returnedOf = ({ pupils }: Pick<ReturnDocument, 'pupils'>): readonly ReturnedExclusion[] =>
  pupils.flatMap(({ upn, surname, forename, exclusions }) =>
    exclusions.map(({ category, startDate, reasons, sessions, inCare, senProvision, extra }) => ({
      upn,
      surname,
      forename,
      category,
      startDate,
      reasons,
      ...(sessions === undefined ? {} : { sessions }),
      ...(inCare === undefined ? {} : { inCare }),
      ...(senProvision === undefined ? {} : { senProvision }),
      ...(extra?.startSession === undefined ? {} : { startSession: extra.startSession }),
      ...(extra?.endDate === undefined ? {} : { endDate: extra.endDate }),
    })),
  );
