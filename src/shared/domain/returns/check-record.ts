import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session, Slot } from '../calendar/types.ts';
import { maxReasonsOn, reasonsOn } from '../exclusions/reasons.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { categoryOn } from './categories.ts';
import { checkReturnedPupil, type CheckedPupil } from './check-pupil.ts';
import { problemMaker, type RecordProblem } from './record-problem.ts';

/** One issued exclusion with its pupil, as the checks of a return see it. */
export interface ReturnRecord {
  readonly id: string;
  readonly pupilId: string;
  readonly kind: ExclusionKind;
  readonly startDate: IsoDate;
  readonly startSlot: Slot;
  readonly endDate: IsoDate | undefined;
  readonly endSlot: Slot | undefined;
  readonly halfDays: number | undefined;
  /** The sessions it was issued with; none for a permanent exclusion. */
  readonly sessions: readonly Session[];
  readonly reasons: readonly string[];
  readonly senProvision: string | undefined;
  readonly pupil: CheckedPupil;
  /** A permanent exclusion that was upheld, with no review open or still to be asked for. */
  readonly final?: boolean;
}

const SEN_CODES: readonly string[] = ['N', 'K', 'E'];

/** SEN provision codes in use before 2015 as well. */
const OLD_SEN_CODES: readonly string[] = ['A', 'P', 'S'];

/** 45 school days of two sessions; the census field has two figures. */
const MOST_SESSIONS = 90;

const problem = problemMaker('exclusion');

/** What is wrong with one record, by itself. Pure; the rules are numbered in docs/returns.md. */
export function checkRecord(record: ReturnRecord, calendar: CalendarIndex): RecordProblem[] {
  return [
    ...checkCategory(record),
    ...checkReasons(record),
    ...checkStart(record, calendar),
    ...checkLength(record, calendar),
    ...checkSen(record),
    ...checkReturnedPupil(record.pupil, record.startDate),
    ...(record.kind === 'permanent' && record.final !== true
      ? [
          problem(
            'X10-final',
            'Return a permanent exclusion only once the governors have upheld it and any review is over or can no longer be asked for.',
          ),
        ]
      : []),
  ];
}

function checkCategory({ kind, startDate }: ReturnRecord): RecordProblem[] {
  if (categoryOn(kind, startDate) !== undefined) return [];
  return [problem('X01-category', 'Exclusions were not collected yet when it started.')];
}

function checkReasons({ reasons, startDate }: ReturnRecord): RecordProblem[] {
  const valid = new Set(reasonsOn(startDate).map(({ code }) => code));
  const most = maxReasonsOn(startDate);
  const unknown = reasons.filter((code) => !valid.has(code));
  return [
    ...(reasons.length === 0 ? [problem('X02-reason', 'No reason is recorded.')] : []),
    ...(reasons.length > most
      ? [
          problem(
            'X02-number',
            `${reasons.length} reasons are recorded; the most that may be returned is ${most}.`,
          ),
        ]
      : []),
    ...unknown.map((code) => problem('X02-in-use', `The reason ${code} was not in use on the start date.`)),
  ];
}

/**
 * A start on a closed day is an error; but where the exclusion was issued for that session and the calendar changed
 * afterwards (snow), the letter stands and only a person can say which is right.
 */
function checkStart(record: ReturnRecord, calendar: CalendarIndex): RecordProblem[] {
  const { startDate, startSlot, kind } = record;
  if (!calendar.covered(startDate)) {
    return [
      problem(
        'X03-terms',
        'The term dates of that school year are not entered, so the start cannot be checked. Enter them in Settings.',
      ),
    ];
  }
  const slot = kind === 'lunchtime' ? 'am' : startSlot;
  if (calendar.isSchoolSession(startDate, slot)) return [];
  const why = calendar.whyClosed(startDate, slot) ?? 'closed';
  return [
    wasIssuedFor(record)
      ? problem(
          'X03-closed-since',
          `The calendar now says that the school did not meet at the start (${why}). If it closed after the letter went out, nothing need be done.`,
        )
      : problem('X03-school-day', `The school did not meet at the start: ${why}.`),
  ];
}

const wasIssuedFor = ({ kind, sessions, startDate, startSlot }: ReturnRecord): boolean =>
  kind === 'permanent' || sessions.some(({ date, slot }) => date === startDate && slot === startSlot);

function checkLength(record: ReturnRecord, calendar: CalendarIndex): RecordProblem[] {
  const { kind, halfDays, startDate, startSlot, endDate, endSlot, sessions } = record;
  if (kind === 'permanent')
    return halfDays === undefined ? [] : [problem('X05-permanent', 'A permanent exclusion has no sessions.')];
  if (halfDays === undefined || halfDays < 1 || halfDays > MOST_SESSIONS) {
    return [problem('X04-length', `The length must be 1 to ${MOST_SESSIONS} sessions.`)];
  }
  if (kind === 'lunchtime' || endDate === undefined || endSlot === undefined || !calendar.covered(startDate))
    return [];
  if (sessions.length !== halfDays) {
    return [
      problem(
        'X14-issued',
        `${halfDays} sessions are recorded, but it was issued for ${sessions.length} of them.`,
      ),
    ];
  }
  const now = calendar.sessionsBetween(
    { date: startDate, slot: startSlot },
    { date: endDate, slot: endSlot },
  ).length;
  return now === halfDays
    ? []
    : [
        problem(
          'X14-closed-since',
          `It was issued for ${halfDays} sessions; the calendar now has ${now} from the start to the end. If the school closed after the letter went out, nothing need be done.`,
        ),
      ];
}

function checkSen({ senProvision, startDate }: ReturnRecord): RecordProblem[] {
  const codes = startDate < '2015-09-01' ? [...SEN_CODES, ...OLD_SEN_CODES] : SEN_CODES;
  if (senProvision === undefined || codes.includes(senProvision)) return [];
  return [problem('X21-sen', `The SEN provision ${senProvision} was not in use on the start date.`)];
}
