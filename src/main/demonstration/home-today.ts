import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { PlacementState } from '#shared/domain/placements/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { PROVIDER_IDS } from './area-providers.ts';
import { type DrawnExclusion, sessionsFrom } from './draw-exclusions.ts';
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
}

const { pru, partner, unit, youthCentre, learningCentre } = PROVIDER_IDS;
const stay = (provider: string, from: number, to: number, state: PlacementState = 'booked'): WishedStay => ({
  provider,
  from,
  to,
  state,
});

/**
 * What the day board shows first: pupils placed whole, in two places, in the mornings only, not at all; one held;
 * one that begins tomorrow; drafts; a run of more than five days and a permanent exclusion, which owe education
 * from the sixth day.
 */
export const TODAY_CASES: readonly TodayCase[] = [
  {
    yearGroup: 9,
    kind: 'fixed-period',
    state: 'issued',
    startDay: -1,
    slot: 'am',
    halfDays: 10,
    stays: [stay(pru, 0, 10)],
  },
  {
    yearGroup: 10,
    kind: 'fixed-period',
    state: 'issued',
    startDay: -1,
    slot: 'pm',
    halfDays: 6,
    stays: [stay(unit, 0, 3), stay(partner, 3, 6)],
  },
  {
    yearGroup: 8,
    kind: 'fixed-period',
    state: 'issued',
    startDay: 0,
    slot: 'am',
    halfDays: 4,
    stays: [stay(learningCentre, 0, 4)],
  },
  {
    yearGroup: 10,
    kind: 'fixed-period',
    state: 'issued',
    startDay: 0,
    slot: 'am',
    halfDays: 10,
    stays: [stay(youthCentre, 0, 4)],
  },
  {
    yearGroup: 9,
    inCare: true,
    kind: 'fixed-period',
    state: 'issued',
    startDay: 0,
    slot: 'am',
    halfDays: 2,
    stays: [],
  },
  {
    yearGroup: 11,
    kind: 'fixed-period',
    state: 'issued',
    startDay: 0,
    slot: 'pm',
    halfDays: 5,
    stays: [stay(partner, 0, 5)],
  },
  {
    yearGroup: 8,
    kind: 'fixed-period',
    state: 'issued',
    startDay: -2,
    slot: 'am',
    halfDays: 6,
    stays: [stay(unit, 0, 6)],
  },
  {
    yearGroup: 11,
    kind: 'fixed-period',
    state: 'issued',
    startDay: -3,
    slot: 'am',
    halfDays: 16,
    stays: [stay(unit, 0, 8), stay(pru, 10, 16)],
  },
  {
    yearGroup: 9,
    kind: 'fixed-period',
    state: 'issued',
    startDay: 'tomorrow',
    slot: 'am',
    halfDays: 6,
    stays: [stay(unit, 0, 6, 'held')],
  },
  {
    yearGroup: 10,
    kind: 'fixed-period',
    state: 'draft',
    startDay: 'tomorrow',
    slot: 'am',
    halfDays: 4,
    stays: [],
  },
  { yearGroup: 7, kind: 'lunchtime', state: 'issued', startDay: -1, slot: 'am', halfDays: 4, stays: [] },
  {
    yearGroup: 10,
    kind: 'permanent',
    state: 'issued',
    startDay: -4,
    slot: 'am',
    halfDays: null,
    stays: [stay(pru, 10, 20)],
  },
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
    const lunches = sessionsFrom(index, first, halfDays * 2 + 2).filter(({ slot }) => slot === 'am');
    return { person, kind, start: first, halfDays, sessions: lunches.slice(0, halfDays) };
  }
  return { person, kind, start: first, halfDays, sessions: sessionsFrom(index, first, halfDays) };
}
