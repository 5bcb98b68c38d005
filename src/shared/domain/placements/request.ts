import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Provider } from '../providers/types.ts';
import type { BookIndex } from './index-book.ts';
import type { PlacementPurpose, PupilGroup } from './types.ts';

/** A pupil whom the one who asks may not meet, from a day to a day; no `to`: it goes on. */
export interface KeptApart {
  readonly pupilId: string;
  readonly reason: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

/** A pupil who wants places, with all that the rules ask about one. */
export interface Asking {
  readonly pupilId: string;
  /** The school that sends the pupil. */
  readonly schoolId: string;
  readonly purpose: PlacementPurpose;
  /** Null unless excluded by our school. */
  readonly exclusionId: string | null;
  readonly group: PupilGroup;
  /** National Curriculum year, Reception being 0; null when the roll does not have it. */
  readonly yearGroup: number | null;
  /**
   * The sessions for which a place may be had, by `sessionKey`, with the day of the exclusion; of a pupil who is not
   * excluded by our school the day is undefined, and rules about days of an exclusion do not apply.
   */
  readonly toCover: ReadonlyMap<string, number | undefined>;
  /** Length of the exclusion in school days, a session being half of one; undefined when it has no end or is not ours. */
  readonly exclusionDays?: number | undefined;
  readonly keptApart: readonly KeptApart[];
}

/** What the rules need of a provider; a stored one fits as it is. */
export type AskedProvider = Pick<
  Provider,
  'id' | 'kind' | 'name' | 'sessions' | 'closures' | 'rules' | 'adults' | 'hosts'
> & {
  readonly weekCapacity?: number | null | undefined;
  readonly schoolShare?: number | null | undefined;
};

/** Everything the rules need of one pupil and one provider, whatever the sessions. */
export interface PlaceRequest {
  readonly asking: Asking;
  readonly provider: AskedProvider;
  readonly book: BookIndex;
  /** The school's calendar. */
  readonly calendar: Pick<CalendarIndex, 'termOf' | 'schoolDayAfter'>;
  readonly today: IsoDate;
  /** Days for which the school has named who goes with the pupil. */
  readonly escorted: ReadonlySet<IsoDate>;
  /** Days of the stay that it adds to, of a pupil who is not excluded by our school: no exclusion tells them. */
  readonly stayed?: ReadonlySet<IsoDate>;
  /** The name of a provider, for a place that the pupil has elsewhere. */
  nameOf(providerId: string): string | undefined;
}
