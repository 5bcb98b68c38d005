import { dayAfter, lastOfTerm, type HalfDay, type LedgerCalendar } from './ledger-calendar.ts';

/** One issued suspension, permanent exclusion or lunchtime, as the office would write it down. */
export interface LedgerCase {
  readonly id: string;
  readonly pupilId: string;
  readonly kind: 'fixed-period' | 'permanent' | 'lunchtime';
  readonly issuedOn: string;
  readonly start: HalfDay;
  /** Half days or, as "2025-09-08 lunch", lunchtimes; none of a permanent one. */
  readonly halfDays: readonly HalfDay[];
  readonly inCare: boolean;
  readonly socialWorker: boolean;
  readonly homeAuthority: boolean;
  /** What happened since: the day of each. */
  readonly happened: {
    asked?: string;
    meetingSet?: string;
    decided?: string;
    told?: string;
    cancelledOn?: string;
    cancelledFrom?: HalfDay;
  };
  /** Duties that were done: key to day. */
  readonly done: Map<string, string>;
}

const EASTER_MONDAY = '2026-04-06';

/** The statutory terms of SI 2012/1033, for 2025/26. */
const referenceTerm = (date: string): string =>
  date <= '2025-12-31' ? 'autumn' : date <= EASTER_MONDAY ? 'spring' : 'summer';

const dateOf = (halfDay: HalfDay): string => halfDay.slice(0, 10);

/**
 * What a case obliges under the rules from September 2022 with a promise of education from day one, worked out the slow
 * way from the texts of the rules, not from the application: each key with its day. `others`: the pupil's cases.
 */
export function obliges(
  one: LedgerCase,
  others: readonly LedgerCase[],
  calendar: LedgerCalendar,
): ReadonlyMap<string, string> {
  const due = new Map<string, string>();
  const owe = (key: string, day: string | undefined): void => {
    if (day !== undefined) due.set(key, day);
  };
  const { kind, happened, halfDays } = one;
  const first = dateOf(one.start);
  const notice = one.issuedOn < first ? one.issuedOn : first;
  if (happened.cancelledFrom !== undefined) {
    const back = dateOf(happened.cancelledFrom);
    const told = happened.cancelledOn ?? back;
    const parties = ['parents', 'governors', 'authority'];
    if (one.socialWorker) parties.push('social-worker');
    if (one.inCare) parties.push('virtual-school-head');
    if (kind === 'permanent' && one.homeAuthority) parties.push('home-authority');
    for (const party of parties) owe(`tell-cancelled-${party}`, told);
    owe('report-cancelled-termly', lastOfTerm(calendar, told));
    if (one.start < happened.cancelledFrom) owe('return-to-school', back);
    return due;
  }
  const total = termTotal(one, others, calendar);
  const serious = kind === 'permanent' || total > 10;
  for (const key of ['tell-parents-phone', 'tell-parents-writing', 'tell-authority']) owe(key, notice);
  if (serious) owe('tell-governors', notice);
  else owe('tell-governors-termly', lastOfTerm(calendar, first));
  if (kind === 'permanent' && one.homeAuthority) owe('tell-home-authority', notice);
  if (one.socialWorker) owe('tell-social-worker', notice);
  if (one.inCare) owe('tell-virtual-school-head', notice);

  const last = halfDays.at(-1);
  if (kind !== 'lunchtime') {
    const out = calendar.days.filter((day) => day >= first && (last === undefined || day <= dateOf(last)));
    owe('set-work', first);
    owe('mark-work', out.slice(0, 5).at(-1));
    owe('education-notice', first);
    owe('education-promise', first);
    owe('education-start', out[5]);
  }
  if (last !== undefined) {
    const back = kind === 'lunchtime' ? nextLunch(calendar, dateOf(last)) : afterwards(calendar, last);
    owe('return-to-school', back);
    if (kind === 'fixed-period') owe('reintegration-meeting', back);
  }

  const toldGovernors = one.done.get('tell-governors') ?? notice;
  if (kind === 'permanent' || total > 30) owe('governors-meeting', dayAfter(calendar, toldGovernors, 15));
  else if (total > 10 && happened.asked) owe('governors-meeting', dayAfter(calendar, toldGovernors, 50));
  else owe('governors-representations', happened.asked);
  const { meetingSet } = happened;
  if (meetingSet !== undefined) {
    owe('governors-papers', calendar.days.filter((day) => day < meetingSet && day >= toldGovernors).at(-5));
  }
  owe('decision-letter', happened.decided);
  owe('tell-authority-decision', happened.decided);
  if (kind === 'permanent' && one.homeAuthority) owe('tell-home-authority-decision', happened.decided);
  if (kind === 'permanent' && happened.told !== undefined) {
    const lastDay = dayAfter(calendar, happened.told, 15);
    owe('review-apply', lastDay);
    owe('remove-from-register', lastDay && dayAfter(calendar, lastDay, 1));
  }
  return due;
}

/** The highest total, of the terms that the case has days in, of days to and with this case: by own and reference terms. */
function termTotal(one: LedgerCase, others: readonly LedgerCase[], { calendar }: LedgerCalendar): number {
  const ownTerm = (date: string): string =>
    calendar.terms.find(({ from, to }) => from <= date && date <= to)?.name ?? referenceTerm(date);
  const counted = others
    .filter(({ kind, start, id }) => kind !== 'permanent' && (id === one.id || start < one.start))
    .flatMap((other) => takenBy(other, other.id === one.id));
  const totals = [ownTerm, referenceTerm].flatMap((termOf) => {
    const mine = new Set(one.halfDays.map((halfDay) => termOf(dateOf(halfDay))));
    return [...mine].map((term) => counted.filter((halfDay) => termOf(dateOf(halfDay)) === term).length);
  });
  return Math.max(0, ...totals);
}

/** The half days of a case that were really out; of the case itself all that were decided. */
const takenBy = (
  { halfDays, happened: { cancelledFrom } }: LedgerCase,
  whole: boolean,
): readonly HalfDay[] =>
  whole || cancelledFrom === undefined ? halfDays : halfDays.filter((halfDay) => halfDay < cancelledFrom);

const afterwards = ({ halfDays }: LedgerCalendar, last: HalfDay): string | undefined => {
  const next = halfDays.find((halfDay) => halfDay > last);
  return next && dateOf(next);
};

/** The next day with a lunchtime: both halves open. */
const nextLunch = ({ days, halfDays }: LedgerCalendar, last: string): string | undefined =>
  days.find((day) => day > last && halfDays.includes(`${day} am`) && halfDays.includes(`${day} pm`));

/** What others may do until or from a day: never late. */
export const isPermission = (key: string): boolean =>
  key === 'review-apply' || key === 'remove-from-register';
