import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { PlacementState } from '#shared/domain/placements/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { PROVIDER_IDS } from './area-providers.ts';
import { type DrawnExclusion, lunchtimesFrom, sessionsFrom } from './draw-exclusions.ts';
import type { Person } from './person.ts';

/** A stay wished for: which of the exclusion's sessions (from, up to but not including), at whom. */
export interface WishedStay {
  readonly provider: string;
  readonly from: number;
  readonly to: number;
  readonly state: PlacementState;
}

/** One exclusion of the day the demonstration is opened on. */
export interface TodayCase {
  readonly yearGroup: number;
  /** Prefers this pupil, when free. */
  readonly surname?: string;
  /** Prefers a pupil who is looked after. */
  readonly inCare?: true;
  readonly kind: ExclusionKind;
  readonly state: 'draft' | 'issued';
  /** School days from today (0: today, or the next school day); `tomorrow`: the first school day after today. */
  readonly startDay: number | 'tomorrow';
  readonly slot: Slot;
  readonly halfDays: number | null;
  /** Positions count half days; for a permanent exclusion, from its first day. */
  readonly stays: readonly WishedStay[];
  /** The school day, counted like `startDay`, on which the pupil is back because it was cancelled. */
  readonly cancelledDay?: number;
  /** Half days of a further one that begins straight after it. */
  readonly further?: number;
  /** It is such a further one. */
  readonly furtherOf?: true;
}

const { pru, partner, unit, youthCentre, learningCentre } = PROVIDER_IDS;
const stay = (provider: string, from: number, to: number, state: PlacementState = 'booked'): WishedStay => ({
  provider,
  from,
  to,
  state,
});

const suspension = (
  yearGroup: number,
  startDay: TodayCase['startDay'],
  slot: Slot,
  halfDays: number,
  stays: readonly WishedStay[],
  more: Pick<TodayCase, 'surname' | 'inCare'> = {},
): TodayCase => ({
  yearGroup,
  kind: 'fixed-period',
  state: 'issued',
  startDay,
  slot,
  halfDays,
  stays,
  ...more,
});

/**
 * What the day board shows first: pupils placed whole, in two places, in the mornings only, not at all; a full
 * partner school; one held, who begins tomorrow; a draft; a run of more than five days and a permanent exclusion,
 * which owe education from the sixth day.
 */
export const TODAY_CASES: readonly TodayCase[] = [
  suspension(9, -1, 'am', 10, [stay(pru, 0, 10)], { surname: "O'Shaughnessy" }),
  suspension(10, -1, 'pm', 6, [stay(unit, 0, 3), stay(partner, 3, 6)], { surname: 'Brzęczyszczykiewicz' }),
  suspension(8, 0, 'am', 4, [stay(learningCentre, 0, 4)], { surname: 'Llywelyn-Ffoulkes' }),
  suspension(10, 0, 'am', 10, [stay(youthCentre, 0, 4)]),
  suspension(9, 0, 'am', 2, [], { inCare: true }),
  suspension(11, 0, 'pm', 5, [stay(partner, 0, 5)]),
  suspension(7, 0, 'am', 6, [stay(partner, 0, 6)]),
  suspension(8, -2, 'am', 6, [stay(unit, 0, 6)]),
  suspension(11, -3, 'am', 16, [stay(unit, 0, 8), stay(pru, 10, 16)]),
  suspension(9, 'tomorrow', 'am', 6, [stay(unit, 0, 6, 'held')]),
  { ...suspension(10, 'tomorrow', 'am', 4, []), state: 'draft' },
  { ...suspension(7, -1, 'am', 4, []), kind: 'lunchtime' },
  { ...suspension(10, -4, 'am', 1, [stay(pru, 10, 20)]), kind: 'permanent', halfDays: null },
  // For the board of duties: upheld with the parents' time for a review running, cancelled, a further one.
  { ...suspension(9, -18, 'am', 1, []), kind: 'permanent', halfDays: null },
  { ...suspension(8, -5, 'am', 10, []), cancelledDay: -2 },
  { ...suspension(10, -9, 'am', 4, []), further: 6 },
];

/** The school's days around today. `today` itself is `ahead[0]` when it is a school day. */
export interface DaysAround {
  readonly past: readonly IsoDate[];
  readonly ahead: readonly IsoDate[];
  readonly tomorrow: IsoDate | undefined;
}

export function daysAround(index: CalendarIndex, today: IsoDate): DaysAround {
  const ahead = index.schoolDaysBetween(today, addDays(today, 120));
  return {
    past: index.schoolDaysBetween(addDays(today, -200), addDays(today, -1)),
    ahead,
    tomorrow: ahead.find((day) => day > today),
  };
}

export function startOf(days: DaysAround, wished: TodayCase): Session | undefined {
  const { startDay, slot } = wished;
  const date =
    startDay === 'tomorrow' ? days.tomorrow : startDay < 0 ? days.past.at(startDay) : days.ahead[startDay];
  return date === undefined ? undefined : { date, slot };
}

/** The half days the stays of a case are counted in: its own, or for a permanent exclusion those that follow. */
export function sessionsOfCase(
  index: CalendarIndex,
  wished: TodayCase,
  drawn: DrawnExclusion,
): readonly Session[] {
  if (wished.kind === 'lunchtime') return [];
  return wished.kind === 'permanent' ? sessionsFrom(index, drawn.start, 20) : drawn.sessions;
}

/** The case as an exclusion of this pupil. A half-closed day moves the start to the half that is open. */
export function drawCase(
  index: CalendarIndex,
  wished: TodayCase,
  start: Session,
  person: Person,
): DrawnExclusion {
  const [open = start.slot] = index.slotsOn(start.date);
  const first: Session = index.isSchoolSession(start.date, start.slot)
    ? start
    : { date: start.date, slot: open };
  const { kind, halfDays } = wished;
  if (halfDays === null) return { person, kind, start: first, halfDays, sessions: [] };
  if (kind === 'lunchtime') {
    // A day that closes at noon has no lunchtime; the next one does.
    const days = index.schoolDaysBetween(first.date, addDays(first.date, 60));
    const date = days.find((day) => index.slotsOn(day).length === 2) ?? first.date;
    return {
      person,
      kind,
      start: { date, slot: 'am' },
      halfDays,
      sessions: lunchtimesFrom(index, date, halfDays),
    };
  }
  return { person, kind, start: first, halfDays, sessions: sessionsFrom(index, first, halfDays) };
}
