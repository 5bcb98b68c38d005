import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { BlockKind, LetterBlock, Letterhead } from '#shared/domain/letters/types.ts';
import type { AttendanceFigures } from '#shared/domain/placements/attendance.ts';
import type { AttendanceReason, PlaceOutcome } from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import {
  ATTENDANCE_REASON_WORDS,
  OUTCOME_WORDS,
  sayAttendance,
  sayClock,
  sayCourse,
  type CourseProgress,
} from '#shared/text/stay-words.ts';
import type { LetterDocument } from './letter-document.ts';

interface ReportedPlace extends Session {
  readonly outcome?: PlaceOutcome | undefined;
  readonly reason?: AttendanceReason | undefined;
  readonly note?: string | undefined;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
}

/** Everything that an end-of-placement report tells. */
export interface StayReportFacts {
  readonly letterhead: Letterhead;
  readonly pupil: { readonly name: string; readonly form?: string };
  readonly schoolName: string;
  readonly providerName: string;
  /** The booked ones, in order. */
  readonly places: readonly ReportedPlace[];
  readonly attendance: AttendanceFigures;
  readonly courses: readonly CourseProgress[];
  readonly report: {
    readonly work: string;
    readonly behaviour: string;
    readonly nextSteps: string;
    readonly finishedOn: IsoDate;
    readonly finishedBy: string;
  };
}

/** The end-of-placement report on paper: attendance, work, behaviour, courses, what comes next. It names no exclusion. */
export function stayReport(facts: StayReportFacts): LetterDocument {
  const { letterhead, pupil, schoolName, providerName, places, attendance, courses, report } = facts;
  const [first, last] = [places[0]?.date, places.at(-1)?.date];
  const days =
    first === undefined || last === undefined ? [] : [`From ${formatDate(first)} to ${formatDate(last)}`];
  const exceptions = places.flatMap(sayException);
  return {
    title: 'End-of-placement report',
    letterhead,
    blocks: [
      block('heading', ['End-of-placement report']),
      block('address', [
        `${pupil.name}${pupil.form === undefined ? '' : ` (${pupil.form})`}, ${schoolName}`,
        `At ${providerName}`,
        ...days,
      ]),
      block('heading', ['Attendance']),
      block('paragraph', [sayAttendance(attendance)]),
      ...(exceptions.length === 0 ? [] : [block('bullets', exceptions)]),
      block('heading', ['Work']),
      block('paragraph', [report.work]),
      block('heading', ['Behaviour']),
      block('paragraph', [report.behaviour]),
      ...(courses.length === 0
        ? []
        : [block('heading', ['Courses']), block('bullets', courses.map(sayCourse))]),
      ...(report.nextSteps === ''
        ? []
        : [block('heading', ['What comes next']), block('paragraph', [report.nextSteps])]),
      block('signature', [report.finishedBy, formatDate(report.finishedOn)]),
    ],
  };
}

const block = (kind: BlockKind, lines: readonly string[]): LetterBlock => ({
  id: kind,
  kind,
  locked: true,
  lines: lines.map((text) => [{ type: 'text', text }]),
});

/** Sessions that were not simply attended: "Mon 17 November am: absent, ill". */
function sayException(place: ReportedPlace): readonly string[] {
  const { outcome, reason, note, arrivedAt, leftAt } = place;
  const times = [
    ...(arrivedAt === undefined ? [] : [`arrived ${sayClock(arrivedAt)}`]),
    ...(leftAt === undefined ? [] : [`left ${sayClock(leftAt)}`]),
  ];
  if (outcome === undefined || (outcome === 'attended' && times.length === 0)) return [];
  const words = [
    OUTCOME_WORDS[outcome].toLowerCase(),
    ...times,
    ...(reason === undefined ? [] : [ATTENDANCE_REASON_WORDS[reason]]),
    ...(note === undefined ? [] : [note]),
  ];
  return [`${sayShortSession(place)}: ${words.join(', ')}`];
}
