import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { type DrawnPhase, reasonsToday } from './distributions.ts';
import type { DrawnExclusion } from './draw-exclusions.ts';
import { accountOf, placeOf } from './incident-words.ts';
import type { Random } from './random.ts';
import type { AreaExclusion, CaseCourse } from './types.ts';

/** Shares of exclusions with a second and a third reason: an assumption, as up to three came only in 2020. */
const SECOND_REASON = 0.16;
const THIRD_REASON = 0.15;
const DEPUTY_DECIDES = 0.12;

/** Who signs at a school. */
export interface Deciders {
  readonly head: string;
  readonly deputy: string;
}

export interface TellingOptions {
  readonly pupil: number;
  readonly phase: DrawnPhase;
  /** Who signs: now and then the deputy, or by the dates of a school's heads. */
  readonly deciders: Deciders | ((day: IsoDate) => string);
  readonly state?: 'draft' | 'issued';
  readonly course?: CaseCourse | undefined;
  /** Nothing is recorded later than this. */
  readonly today: IsoDate;
}

/** Gives a drawn exclusion its reasons, its incident and its signature. */
export function tellExclusion(
  random: Random,
  index: CalendarIndex,
  drawn: DrawnExclusion,
  options: TellingOptions,
): AreaExclusion {
  const { person, kind, start, halfDays, sessions } = drawn;
  const reasons = drawReasons(random, kind === 'permanent' ? 'permanent' : 'fixed-period', options.phase);
  const on = incidentDay(random, index, start, options.today);
  const { deciders } = options;
  const incident = {
    on,
    at: random.chance(0.12) ? null : incidentTime(random, on === start.date ? start.slot : undefined),
    place: placeOf(random, options.phase),
    account: accountOf(random, reasons[0] ?? 'DB'),
  };
  const byDeputy = random.chance(DEPUTY_DECIDES);
  return {
    pupil: options.pupil,
    kind,
    state: options.state ?? 'issued',
    start,
    halfDays,
    sessions:
      kind === 'lunchtime' ? sessions.map(({ date }) => ({ date, slot: 'lunch' as const })) : sessions,
    reasons,
    incident,
    decidedBy: typeof deciders === 'function' ? deciders(on) : byDeputy ? deciders.deputy : deciders.head,
    recordedOn: on,
    senAt: person.pupil.senProvision,
    inCareAt: person.pupil.inCare,
    ...(options.course === undefined ? {} : { course: options.course }),
  };
}

function drawReasons(
  random: Random,
  kind: 'fixed-period' | 'permanent',
  phase: DrawnPhase,
): readonly string[] {
  const table = reasonsToday(kind, phase);
  const reasons = [random.weighted(table)];
  const more = random.chance(SECOND_REASON) ? (random.chance(THIRD_REASON) ? 2 : 1) : 0;
  while (reasons.length <= more) {
    const other = random.weighted(table);
    if (!reasons.includes(other)) reasons.push(other);
  }
  return reasons;
}

/** The day before, mostly, when the first session out is a morning; the same morning when it is an afternoon. */
function incidentDay(random: Random, index: CalendarIndex, start: Session, today: IsoDate): IsoDate {
  const sameDay = start.date <= today && (start.slot === 'pm' || random.chance(0.1));
  if (sameDay) return start.date;
  for (let back = 1; back <= 80; back += 1) {
    const day = addDays(start.date, -back);
    if (day <= today && index.isSchoolDay(day)) return day;
  }
  return start.date <= today ? start.date : today;
}

function incidentTime(random: Random, before: Slot | undefined): string {
  const lastHour = before === 'am' ? 8 : before === 'pm' ? 12 : 15;
  const hour = random.int(8, lastHour);
  const minute = hour === 8 ? random.pick([30, 35, 40, 45, 50, 55]) : random.int(0, 11) * 5;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** By first session, then by pupil: the order in which a school's exclusions are listed. */
export function compareExclusions(a: AreaExclusion, b: AreaExclusion): number {
  const [left, right] = [a, b].map(({ start }) => `${start.date}${start.slot}`);
  if (left === right || left === undefined || right === undefined) return a.pupil - b.pupil;
  return left < right ? -1 : 1;
}
