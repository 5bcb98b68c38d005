import type { IsoDate } from '../../kernel/plain-date.ts';

/**
 * The last day of a pupil who is not on the roll any more, undefined for one who is: the last day itself still counts.
 * A previous pupil (enrolment status P) of whom no day is known is one from the day that is asked about.
 */
export const leftOn = (
  { leavingDate, enrolStatus }: { readonly leavingDate: IsoDate | null; readonly enrolStatus: string | null },
  today: IsoDate,
): IsoDate | undefined => {
  if (leavingDate !== null && leavingDate < today) return leavingDate;
  return enrolStatus === 'P' ? (leavingDate ?? today) : undefined;
};
