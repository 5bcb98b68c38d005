import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { spreadOf } from '#shared/domain/compare/spread.ts';
import {
  educationDayCompliance,
  firstSessionCompliance,
  gapsBeforePlace,
  LEFT_OUT,
  type Compliance,
} from '#shared/domain/use/first-places.ts';
import { sessionNeed } from '#shared/domain/use/session-need.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../../storage/store.ts';
import { readStoodExclusions } from '../stood-exclusions.ts';
import type { Answer } from './places-figures.ts';

type Need = NonNullable<Answer['need']>;

/** What a school's exclusions of a period, up to `to`, asked for and were given. */
export async function readSchoolNeed(
  db: Db,
  clock: Clock,
  period: {
    readonly schoolId: string;
    readonly index: CalendarIndex;
    readonly from: IsoDate;
    readonly to: IsoDate;
  },
): Promise<Need> {
  // Who waits longer than the period for a place has a gap that ends after it.
  const exclusions = await readStoodExclusions(db, clock, { ...period, to: clock.today() });
  const { from, to } = period;
  const sessions = exclusions.flatMap((one) => one.sessions).filter(({ date }) => from <= date && date <= to);
  const { days, without } = gapsBeforePlace(exclusions, period);
  return {
    sessions: sessionNeed(sessions.map(({ standing }) => standing)),
    firstSession: listed(firstSessionCompliance(exclusions, period)),
    educationDay: listed(educationDayCompliance(exclusions, period)),
    gaps: { ...spreadOf(days), without },
  };
}

const listed = ({ met, n, leftOut }: Compliance): Need['firstSession'] => ({
  met,
  n,
  leftOut: LEFT_OUT.flatMap((why) => {
    const exclusions = leftOut[why];
    return exclusions === undefined ? [] : [{ why, exclusions }];
  }),
});
