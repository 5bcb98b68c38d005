import { Temporal } from 'temporal-polyfill';
import type { Session } from '#shared/domain/calendar/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { examsMissed } from '#shared/domain/duties/exams-missed.ts';
import { examsOver } from '#shared/domain/duties/exams-over.ts';
import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { CaseEvent, DutyCase, RuleSet } from '#shared/domain/duties/types.ts';
import { educationDue, type ExclusionSpan } from '#shared/domain/exclusions/education-due.ts';
import { checkLimits, type LimitCheck } from '#shared/domain/exclusions/limits.ts';
import type { EducationDue, ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { countedExclusions, type IssuedExclusion } from '../storage/repositories/exclusion-history.ts';
import type { CaseFacts } from './case-facts.ts';

/** What the duties of a pupil's cases are worked out from. */
export type DutyFacts = Pick<
  CaseFacts,
  'schoolPhase' | 'pupil' | 'index' | 'issued' | 'earlier' | 'exams' | 'promises'
>;

/** The one exclusion, as a draft would be or as it was issued. */
export interface JudgedExclusion {
  readonly id: string;
  readonly kind: ExclusionKind;
  readonly start: Session;
  /** The last session as decided; missing for a permanent exclusion. */
  readonly decidedEnd?: Session;
  readonly decidedHalfDays: number;
  /** What it takes, without what was given back, and the last session of that. */
  readonly halfDays: IssuedExclusion['halfDays'];
  readonly end?: Session;
  /** What it took as decided: giving half days back later undoes neither a threshold nor an examination it fell on. */
  readonly halfDaysAsDecided?: IssuedExclusion['halfDays'];
  readonly state: DutyCase['exclusion']['state'];
  readonly ruleSet: RuleSet;
  readonly noticeOn: IsoDate;
  readonly inCare: boolean;
  readonly follows?: DutyCase['exclusion']['follows'];
  readonly joinedBy?: Session;
}

export interface JudgedCase {
  readonly dutyCase: DutyCase;
  readonly limits: LimitCheck;
  readonly education: EducationDue;
}

const spanOf = ({ id, kind, start, end }: IssuedExclusion): ExclusionSpan => ({
  id,
  kind,
  start,
  ...(end === undefined ? {} : { last: end }),
});

/**
 * Everything the duties of one exclusion follow from. `others` are the pupil's exclusions that count towards it: for an
 * issued one those that began before it, so that what comes later never changes what it obliged.
 */
export function judgeCase(
  exclusion: JudgedExclusion,
  facts: DutyFacts,
  others: readonly IssuedExclusion[],
  events: readonly CaseEvent[] = [],
  governorsToldOn?: IsoDate,
): JudgedCase {
  const { index, earlier, pupil, exams, promises } = facts;
  const { id, kind, start, ruleSet, halfDays } = exclusion;
  const asDecided = exclusion.halfDaysAsDecided ?? halfDays;
  const check = (taken: IssuedExclusion['halfDays']): LimitCheck =>
    checkLimits({ exclusion: { id, kind, halfDays: taken }, others, earlier, index, ruleSet });
  const limits = check(halfDays);
  const { decisiveTerm } = asDecided.length === halfDays.length ? limits : check(asDecided);
  const promiseFromDay = exclusion.inCare || pupil.inCare ? promises.inCare : promises.everybody;
  const education = educationDue({
    exclusion: { id, kind, start, ...(exclusion.end === undefined ? {} : { last: exclusion.end }) },
    others: others.map(spanOf),
    index,
    ruleSet,
    ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
  });
  const educationOn = education.law?.date ?? education.promise?.date ?? start.date;
  const dutyCase: DutyCase = {
    exclusion: {
      id,
      kind,
      state: exclusion.state,
      start,
      ...(exclusion.decidedEnd === undefined ? {} : { last: exclusion.decidedEnd }),
      halfDays: exclusion.decidedHalfDays,
      noticeOn: exclusion.noticeOn,
      ...(governorsToldOn === undefined ? {} : { governorsToldOn }),
      ...(exclusion.follows === undefined ? {} : { follows: exclusion.follows }),
      ...(exclusion.joinedBy === undefined ? {} : { joinedBy: exclusion.joinedBy }),
    },
    ruleSet,
    index,
    ...(decisiveTerm === undefined ? {} : { term: decisiveTerm }),
    education,
    examsMissed: examsMissed({
      sittings: exams,
      kind,
      start,
      sessionsOut: asDecided.flatMap(({ date, slot }) => (slot === 'lunch' ? [] : [{ date, slot }])),
      index,
      ruleSet,
    }),
    examsOver: examsOver(exams, yearGroupAt(facts, start.date), educationOn),
    pupil: {
      inCare: exclusion.inCare || pupil.inCare,
      hasSocialWorker: pupil.hasSocialWorker,
      hasHomeAuthority: pupil.hasHomeAuthority,
    },
    schoolPhase: facts.schoolPhase,
    events,
  };
  return { dutyCase, limits, education };
}

/**
 * An issued exclusion with its duties' facts; the pupil's exclusions that began before it count towards it, and one that
 * begins straight after it takes over the return.
 */
export function judgeIssued(
  exclusion: IssuedExclusion,
  facts: DutyFacts,
  events: readonly CaseEvent[],
  governorsToldOn?: IsoDate,
): JudgedCase {
  const { id, kind, start, end, state, decided, halfDays, inCare, follows } = exclusion;
  const others = countedExclusions(facts.issued).filter(
    (other) => other.id !== id && sessionKey(other.start) < sessionKey(start),
  );
  const judged: JudgedExclusion = {
    id,
    kind,
    start,
    ...(decided.end === undefined ? {} : { decidedEnd: decided.end }),
    decidedHalfDays: kind === 'permanent' ? 0 : decided.halfDays.length,
    halfDays,
    halfDaysAsDecided: decided.halfDays,
    ...(end === undefined ? {} : { end }),
    state,
    ruleSet: ruleSetOf(exclusion),
    noticeOn: noticeDay(start.date, dayOf(exclusion.issuedAt)),
    inCare,
    ...(follows === undefined ? {} : { follows }),
    ...joinedBy(exclusion, facts),
  };
  return judgeCase(judged, facts, others, events, governorsToldOn);
}

/** The exclusion that begins on the session of the return; lunchtimes keep nobody out of lessons, so they join nothing. */
function joinedBy(
  { id, kind, end, stopped }: IssuedExclusion,
  { issued, index }: DutyFacts,
): Pick<JudgedExclusion, 'joinedBy'> {
  const back = end === undefined ? stopped : index.nextSchoolSession(end);
  if (kind === 'lunchtime' || back === undefined) return {};
  const begins = sessionKey(back);
  const joins = issued.some(
    (other) =>
      other.id !== id &&
      other.kind !== 'lunchtime' &&
      sessionKey(other.start) === begins &&
      // One that was taken back before it began keeps nobody out.
      (other.stopped === undefined || sessionKey(other.stopped) > begins),
  );
  return joins ? { joinedBy: back } : {};
}

/**
 * The day of the notices: "without delay" is the day of issue, and no later than the start of one that was entered
 * afterwards.
 */
export const noticeDay = (startDate: IsoDate, issuedOn: IsoDate): IsoDate =>
  startDate < issuedOn ? startDate : issuedOn;

/** The set a case keeps, by its id; that of its start for a set this version does not know. */
export function ruleSetOf({
  ruleSet,
  start,
}: {
  readonly ruleSet: string;
  readonly start: { readonly date: IsoDate };
}): RuleSet {
  const found = RULE_SETS.find(({ id }) => id === ruleSet) ?? ruleSetOn(start.date) ?? RULE_SETS[0];
  if (found === undefined) throw new Error('There are no rule sets');
  return found;
}

/** The day in England of an instant (UTC ISO). */
export const dayOf = (instant: string): IsoDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString();

/** The pupil's year group on a day, from the one they are in now; undefined when it is not a number. */
function yearGroupAt({ pupil, index }: DutyFacts, day: IsoDate): number | undefined {
  const now = Number(pupil.ncYear ?? 'none');
  return Number.isInteger(now) ? now - (pupil.schoolYearNow - index.schoolYearOf(day)) : undefined;
}
