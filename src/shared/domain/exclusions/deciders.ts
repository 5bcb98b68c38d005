import type { IsoDate } from '../../kernel/plain-date.ts';

/** Somebody with the head's power to exclude, between two days (both included). */
export interface DatedHead {
  readonly name: string;
  readonly acting: boolean;
  readonly from: IsoDate;
  /** Missing while in office. */
  readonly to?: IsoDate;
}

/**
 * Those who may decide on an exclusion on a day: the head and acting heads whose dates cover it. Only they may
 * (Education Act 2002 s.51A and, before it, s.52: "the head teacher", acting heads included).
 */
export const decidersOn = <Head extends DatedHead>(heads: readonly Head[], day: IsoDate): readonly Head[] =>
  heads.filter(({ from, to }) => from <= day && (to === undefined || day <= to));

/** Whether two names are of one person, as far as writing them goes: case and spaces do not matter. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en-GB');

/** The day a decision was made when nobody says: the day of the start, or today while that is still to come. */
export const usualDecisionDay = (startDate: IsoDate | undefined, today: IsoDate): IsoDate =>
  startDate !== undefined && startDate < today ? startDate : today;
