import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { PaperKind, ProviderRules } from '../providers/types.ts';
import { isUnexplained, leftEarly, type MarkedPlace } from './attendance.ts';
import type { PupilGroup, StayTaskKind } from './types.ts';

/** What a stay owes by a rule. `key` finds it again when the stay changes; words are made of the rest. */
export interface OwedTask {
  readonly key: string;
  readonly kind: StayTaskKind;
  /** Missing where the term dates entered do not reach so far, or nothing fixes a day. */
  readonly dueOn?: IsoDate;
  readonly beforeArrival: boolean;
  /** Of a paper: which. */
  readonly paper?: PaperKind;
  /** Of a code of conduct: who signs. */
  readonly signer?: 'parent' | 'pupil';
  /** Of an absence, or of leaving early: the day it happened. */
  readonly about?: IsoDate;
}

/** A stay as its tasks follow from it. */
export interface StayToWatch {
  readonly rules: ProviderRules;
  readonly group: PupilGroup;
  /** Its booked places in order of session: given up ones and mere holds are none. */
  readonly places: readonly MarkedPlace[];
  /** Places that were given up because the pupil had not arrived, in order of session: somebody rings home all the same. */
  readonly notArrived?: readonly MarkedPlace[];
  /** The day of the booking: nothing can have been due before it. */
  readonly madeOn: IsoDate;
  /** The first day back at school; missing while the pupil does not return, or the term dates do not reach it. */
  readonly returnsOn?: IsoDate | undefined;
}

/** Evaluation sheets go home on the last day and are looked for a school week later. */
const SHEET_DAYS = 5;

/** Sessions missed without a reason after which the education welfare service is told; long-term pupils: at once. */
const REFERRED_AFTER = 2;

/**
 * All that a stay owes by the rules of its provider and by what was marked, each with its day by the school's calendar;
 * nothing without a booked place. The same stay gives the same keys whatever was done of it in between.
 *
 * Papers and signatures are due on the first morning; work so many school days before it; a review on the last day of
 * the stay in each week; report and sheets after its last day; the follow-up after the return to school. Sources: the
 * arrangements of the national evaluation (work set by the school, weekly reviews and the report of a referral unit,
 * a code that parents and pupils sign, sheets of an exclusion room, education welfare for pupils who do not come).
 */
export function tasksOfStay(stay: StayToWatch, calendar: CalendarIndex): readonly OwedTask[] {
  const [first, last] = [stay.places[0]?.date, stay.places.at(-1)?.date];
  if (first === undefined || last === undefined) return attendanceTasks(stay, calendar);
  return [
    ...beforeTasks(stay, first, calendar),
    ...reviewTasks(stay),
    ...afterTasks(stay, last, calendar),
    ...attendanceTasks(stay, calendar),
  ];
}

function beforeTasks(
  { rules, madeOn }: StayToWatch,
  first: IsoDate,
  calendar: CalendarIndex,
): readonly OwedTask[] {
  const due = (date: IsoDate): IsoDate => (date < madeOn ? madeOn : date);
  const { workDaysBefore, papers, codeOfConduct } = rules;
  const papersOwed = papers
    // Work with a deadline of its own is owed once, as work.
    .filter((paper) => paper !== 'work' || workDaysBefore === undefined)
    .map((paper): OwedTask => ({
      key: `paper:${paper}`,
      kind: 'paper',
      paper,
      dueOn: due(first),
      beforeArrival: true,
    }));
  const signatures = (['parent', 'pupil'] as const).map((signer): OwedTask => ({
    key: `code:${signer}`,
    kind: 'code-of-conduct',
    signer,
    dueOn: due(first),
    beforeArrival: true,
  }));
  const work: OwedTask[] =
    workDaysBefore === undefined
      ? []
      : [
          {
            key: 'work-set',
            kind: 'work-set',
            dueOn: due(schoolDayBefore(calendar, first, workDaysBefore)),
            beforeArrival: papers.includes('work'),
          },
        ];
  return [...papersOwed, ...(codeOfConduct ? signatures : []), ...work];
}

/** By far longer than any closure of a school: the summer holiday has some 45 days. */
const LOOK_BACK_DAYS = 200;

/** The `n`th school day before `date`; `date` itself for 0, and where the terms entered do not reach back so far. */
function schoolDayBefore(calendar: CalendarIndex, date: IsoDate, n: number): IsoDate {
  if (n === 0) return date;
  return calendar.schoolDaysBetween(addDays(date, -LOOK_BACK_DAYS), addDays(date, -1)).at(-n) ?? date;
}

/** The last day of the stay in each of its weeks, by the week's Monday. */
function reviewTasks({ rules, places }: StayToWatch): readonly OwedTask[] {
  if (!rules.weeklyReview) return [];
  const lastOf = new Map<IsoDate, IsoDate>();
  for (const { date } of places) lastOf.set(addDays(date, 1 - weekdayOf(date)), date);
  return [...lastOf].map(([monday, dueOn]) => ({
    key: `review:${monday}`,
    kind: 'weekly-review',
    dueOn,
    beforeArrival: false,
  }));
}

function afterTasks(
  { rules, returnsOn }: StayToWatch,
  last: IsoDate,
  calendar: CalendarIndex,
): readonly OwedTask[] {
  const after = (date: IsoDate, days: number): Pick<OwedTask, 'dueOn'> => {
    const dueOn = days === 0 ? date : calendar.schoolDayAfter(date, days);
    return dueOn === undefined ? {} : { dueOn };
  };
  const { reportDays, evaluation, followUpDays } = rules;
  const tasks: OwedTask[] = [];
  const owe = (kind: StayTaskKind, due: Pick<OwedTask, 'dueOn'>): void => {
    tasks.push({ key: kind, kind, ...due, beforeArrival: false });
  };
  if (reportDays !== undefined) owe('report', after(last, reportDays));
  if (evaluation) {
    owe('evaluation-parent', after(last, SHEET_DAYS));
    owe('evaluation-pupil', after(last, SHEET_DAYS));
  }
  if (followUpDays !== undefined && returnsOn !== undefined) owe('follow-up', after(returnsOn, followUpDays));
  return tasks;
}

/** What follows from marks, due on the next school day. */
function attendanceTasks(
  { places: booked, notArrived = [], group }: StayToWatch,
  calendar: CalendarIndex,
): readonly OwedTask[] {
  const onNextDay = (key: string, kind: StayTaskKind, about: IsoDate): OwedTask => {
    const dueOn = calendar.schoolDayAfter(about, 1);
    return { key, kind, about, beforeArrival: false, ...(dueOn === undefined ? {} : { dueOn }) };
  };
  const places = [...booked, ...notArrived].toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  const missed = places.filter(({ mark }) => mark !== undefined && isUnexplained(mark));
  const daysOf = (of: readonly MarkedPlace[]) => [...new Set(of.map(({ date }) => date))];
  const repeated = missed[group === 'long-term' ? 0 : REFERRED_AFTER - 1];
  return [
    ...daysOf(missed).map((date) => onNextDay(`not-arrived:${date}`, 'not-arrived', date)),
    ...daysOf(places.filter(leftEarly)).map((date) => onNextDay(`left-early:${date}`, 'left-early', date)),
    ...(repeated === undefined
      ? []
      : [onNextDay('attendance-referral', 'attendance-referral', repeated.date)]),
  ];
}
