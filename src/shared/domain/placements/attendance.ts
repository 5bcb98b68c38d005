import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import type { AttendanceReason, PlaceOutcome } from './types.ts';

/** What came of a place. Times are `HH:MM`, given where they differ from those of the session. */
export interface PlaceMark {
  readonly outcome: PlaceOutcome;
  readonly reason?: AttendanceReason | undefined;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
}

/** A booked place with its mark, if it has one, and the times of the session as the provider runs it. */
export interface MarkedPlace extends Session {
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly mark?: PlaceMark | undefined;
}

/**
 * Reasons after which nobody has to find out where the pupil was. A pupil who refused, or whom the parents kept at home,
 * is known to be safe, but nothing excuses the absence.
 */
const EXPLAINED: ReadonlySet<AttendanceReason> = new Set(['ill', 'transport-failed', 'appointment', 'other']);

/** Absent, and no reason given that explains it. */
export const isUnexplained = ({ outcome, reason }: PlaceMark): boolean =>
  outcome === 'absent' && (reason === undefined || !EXPLAINED.has(reason));

/** Attended, and there only after the session had begun. */
export const cameLate = ({ mark, starts }: MarkedPlace): boolean =>
  mark?.outcome === 'attended' &&
  mark.arrivedAt !== undefined &&
  (starts === undefined || mark.arrivedAt > starts);

/** Attended, and gone before the session was over. */
export const leftEarly = ({ mark, ends }: MarkedPlace): boolean =>
  mark?.outcome === 'attended' && mark.leftAt !== undefined && (ends === undefined || mark.leftAt < ends);

export interface AttendanceFigures {
  /** Sessions attended, at all. */
  readonly attended: number;
  /** Sessions marked: what could have been attended so far. */
  readonly possible: number;
  /** Attended, but late. */
  readonly late: number;
}

/** Attendance over the booked places of a stay, in sessions. A session that nobody marked counts in neither figure. */
export function attendanceOf(places: readonly MarkedPlace[]): AttendanceFigures {
  const marked = places.filter(({ mark }) => mark !== undefined);
  return {
    attended: marked.filter(({ mark }) => mark?.outcome === 'attended').length,
    possible: marked.length,
    late: marked.filter(cameLate).length,
  };
}

export type MarkProblem =
  | { readonly type: 'future' }
  | { readonly type: 'time-without-attendance' }
  | { readonly type: 'reason-without-cause' }
  | { readonly type: 'other-without-note' }
  | { readonly type: 'outside'; readonly time: string; readonly starts: string; readonly ends: string }
  | { readonly type: 'left-before-arrival' };

/**
 * What is wrong with a mark for a session, most serious first; undefined when it can be kept. Times lie within the
 * session; a reason belongs to an absence, or to coming late or leaving early.
 */
export function markProblem(
  place: Omit<MarkedPlace, 'mark'>,
  mark: PlaceMark & { readonly note?: string | undefined },
  today: IsoDate,
): MarkProblem | undefined {
  const { outcome, reason, arrivedAt, leftAt, note } = mark;
  if (place.date > today) return { type: 'future' };
  const times = [arrivedAt, leftAt].filter((time) => time !== undefined);
  const wasThere = outcome === 'attended' || outcome === 'excluded-from-centre';
  if (times.length > 0 && !wasThere) return { type: 'time-without-attendance' };
  if (reason !== undefined && outcome === 'attended' && times.length === 0) {
    return { type: 'reason-without-cause' };
  }
  if (reason === 'other' && (note ?? '') === '') return { type: 'other-without-note' };
  const { starts, ends } = place;
  if (starts !== undefined && ends !== undefined) {
    const outside = times.find((time) => time < starts || time > ends);
    if (outside !== undefined) return { type: 'outside', time: outside, starts, ends };
  }
  if (arrivedAt !== undefined && leftAt !== undefined && leftAt <= arrivedAt) {
    return { type: 'left-before-arrival' };
  }
  return undefined;
}
