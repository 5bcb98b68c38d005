import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { deemedGiven } from '#shared/domain/duties/deemed-given.ts';
import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import { governorsRow } from '#shared/domain/duties/governors-row.ts';
import { publicPlaceDates } from '#shared/domain/duties/public-place-days.ts';
import { reviewApplyRule } from '#shared/domain/duties/review-apply-rule.ts';
import type { GovernorsRule } from '#shared/domain/duties/rules/types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { ofCompulsoryAge } from '#shared/domain/letters/compulsory-age.ts';
import type { LetterFacts } from '#shared/domain/letters/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { earlierTitle } from '#shared/text/letters/earlier-title.ts';
import { eventOf, type CaseEventRecord } from '../../storage/repositories/case-events.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';
import { ruleSetOf, type JudgedCase } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import { headOn } from './head-on.ts';

export interface FactsInput {
  readonly writtenOn: IsoDate;
  /** How the letter goes, once that is known; by hand until then. */
  readonly goesBy?: 'by-hand' | 'post';
  readonly exclusion: ExclusionRecord;
  readonly reasons: readonly string[];
  readonly issued: IssuedExclusion;
  readonly judged: JudgedCase;
  readonly facts: CaseFacts;
  readonly pupil: PupilRecord;
  readonly people: Pick<
    LetterFacts,
    | 'parents'
    | 'socialWorker'
    | 'virtualSchoolHead'
    | 'homeAuthority'
    | 'school'
    | 'authority'
    | 'clerk'
    | 'advice'
    | 'work'
  >;
  /** What was recorded in the case and not struck out. */
  readonly events: readonly CaseEventRecord[];
  readonly sessions: LetterFacts['education']['sessions'];
}

/** Puts together what the letters of one case are written from. Pure; the reading is in `read-letter-case.ts`. */
export function letterFactsOf(input: FactsInput): LetterFacts {
  const { writtenOn, exclusion, issued, judged, facts, pupil, people, events, sessions } = input;
  const { dutyCase, education, limits } = judged;
  const { ruleSet, index } = dutyCase;
  const { kind, start } = issued;
  const duties = new Map(dutiesOf(dutyCase).map((duty) => [duty.key, duty]));
  const last = issued.decided.end;
  const decidedOn = exclusion.decidedOn ?? dutyCase.exclusion.noticeOn;
  const law = dutyCase.examsOver ? undefined : education.law;
  const rule = governorsRow(dutyCase) ?? ruleSet.governors.at(-1);
  if (rule === undefined) throw new Error('A rule set has no table for the governors');
  const followed = facts.issued.find(({ id }) => id === issued.follows?.id);
  const back = returnOf(issued, index);
  return {
    ...people,
    writtenOn,
    ruleSet,
    exclusion: {
      id: exclusion.id,
      kind,
      state: exclusion.state,
      start,
      ...(last === undefined ? {} : { last }),
      ...(back === undefined ? {} : { returnsOn: back }),
      halfDays: kind === 'permanent' ? 0 : issued.decided.halfDays.length,
      schoolDays: schoolDaysOf(issued, index),
      publicPlaceDays:
        kind === 'lunchtime'
          ? []
          : publicPlaceDates(index, ruleSet, { start, ...(last === undefined ? {} : { last }) }),
      reasons: reasonWords(input),
      account: exclusion.incidentAccount ?? '',
      decidedBy: exclusion.decidedBy ?? '',
      decidedOn,
      ...(issued.follows === undefined || followed === undefined
        ? {}
        : { follows: { as: issued.follows.as, title: titleOf(followed) } }),
      ...takenBackOf(events, issued, followed, index),
    },
    pupil: {
      name: `${pupil.forename} ${pupil.surname}`,
      forename: pupil.forename,
      ...(pupil.form === null ? {} : { form: pupil.form }),
      dateOfBirth: pupil.dob,
      upn: pupil.upn,
      inCare: issued.inCare || pupil.inCare,
      ...(exclusion.senProvision === null ? {} : { senProvision: exclusion.senProvision }),
      ofCompulsoryAge: ofCompulsoryAge(pupil.dob, start.date),
    },
    headIsActing: headOn(facts.heads, exclusion.decidedBy ?? '', decidedOn)?.acting ?? false,
    ...(limits.decisiveTerm === undefined ? {} : { termHalfDays: limits.decisiveTerm.after }),
    examsMissed: dutyCase.examsMissed,
    education: {
      ...(law === undefined ? {} : { law: { date: law.date, day: law.day } }),
      ...(education.promise === undefined
        ? {}
        : { promise: { date: education.promise.date, day: education.promise.day } }),
      ...(kind === 'permanent' && law === undefined && education.incomplete && !dutyCase.examsOver
        ? { lawUndated: true }
        : {}),
      runLength: education.run.length,
      sessions,
    },
    governors: governorsOf(dutyCase, rule, events),
    interviewOwed: duties.get('reintegration-meeting')?.basis === 'law',
    ...reviewDays(input, duties.get('review-apply')?.dueBy),
    previous: facts.issued
      .filter((other) => other.id !== issued.id && other.start.date < start.date)
      .map(titleOf),
  };
}

const titleOf = (exclusion: IssuedExclusion): string =>
  earlierTitle({
    kind: exclusion.kind,
    ruleSet: ruleSetOf(exclusion),
    start: exclusion.start,
    halfDays: exclusion.decided.halfDays.length,
  });

/** The first session after the last one; after lunchtimes the next school day. */
function returnOf({ kind, decided }: IssuedExclusion, index: CalendarIndex): Session | undefined {
  if (decided.end === undefined) return undefined;
  return index.nextSchoolSession(kind === 'lunchtime' ? { ...decided.end, slot: 'pm' } : decided.end);
}

function schoolDaysOf({ kind, start, decided }: IssuedExclusion, index: CalendarIndex): readonly IsoDate[] {
  if (kind !== 'permanent') return [...new Set(decided.halfDays.map(({ date }) => date))].toSorted();
  const fifth = index.schoolDayAfter(start.date, 4) ?? start.date;
  return index.schoolDaysBetween(start.date, fifth);
}

function reasonWords({ exclusion, reasons, issued }: FactsInput): readonly string[] {
  const known = reasonsOn(exclusion.startDate ?? issued.start.date);
  return reasons.map((code) => known.find((one) => one.code === code)?.description ?? code);
}

/** Taken back before it began, an exclusion leaves the one that it followed in force: the pupil is back after that one. */
function takenBackOf(
  events: readonly CaseEventRecord[],
  { start }: IssuedExclusion,
  followed: IssuedExclusion | undefined,
  index: CalendarIndex,
): Pick<LetterFacts['exclusion'], 'takenBack'> {
  const event = events.findLast(({ type }) => type === 'cancelled' || type === 'withdrawn');
  const back = event === undefined ? undefined : eventOf(event).back;
  if (event === undefined || back === undefined) return {};
  const neverOut = sessionKey(back) <= sessionKey(start);
  const afterFirst = neverOut && followed !== undefined ? backFrom(followed, index) : undefined;
  const later = afterFirst !== undefined && sessionKey(back) < sessionKey(afterFirst) ? afterFirst : back;
  return { takenBack: { reason: event.note, back: later, neverOut } };
}

const ENDED_EARLY = new Set<ExclusionState>(['cancelled', 'withdrawn', 'reinstated']);

/** The first session back from an exclusion as it stands. */
const backFrom = (exclusion: IssuedExclusion, index: CalendarIndex): Session | undefined =>
  ENDED_EARLY.has(exclusion.state) && exclusion.stopped !== undefined
    ? exclusion.stopped
    : returnOf(exclusion, index);

/**
 * The days of the table itself: a letter gives the last day that the law leaves, not the earlier one that the school
 * watches (before an examination, or once the parents have asked).
 */
function governorsOf(
  { index, exclusion }: JudgedCase['dutyCase'],
  rule: GovernorsRule,
  events: readonly CaseEventRecord[],
): LetterFacts['governors'] {
  const told = exclusion.governorsToldOn ?? exclusion.noticeOn;
  const by = rule.byDay === undefined ? undefined : index.schoolDayAfter(told, rule.byDay);
  const notBefore =
    rule.notBeforeDay === undefined ? undefined : index.schoolDayAfter(told, rule.notBeforeDay);
  const meeting = events.findLast(({ type }) => type === 'meeting-set');
  const decided = events.findLast(({ type }) => type === 'decision');
  const decision = decided && eventOf(decided);
  return {
    rule,
    ...(by === undefined ? {} : { by }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(meeting === undefined ? {} : { meetingOn: meeting.onDate }),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            on: decision.on,
            outcome: decision.outcome ?? '',
            ...(decision.back === undefined ? {} : { back: decision.back }),
          },
        }),
  };
}

/**
 * Before the parents are told, the letter itself is the notice: the last day if it is given on the day it is written, by
 * hand or by post. Their days are the rule set's, or those of its exception.
 */
function reviewDay(
  { judged: { dutyCase }, issued, writtenOn }: FactsInput,
  how: 'by-hand' | 'post',
): IsoDate | undefined {
  if (issued.kind !== 'permanent') return undefined;
  return dutyCase.index.schoolDayAfter(deemedGiven(writtenOn, how), reviewApplyRule(dutyCase).days);
}

/** The parents' last day for a review, and while they are not told yet the one by first-class post. */
function reviewDays(input: FactsInput, recorded: IsoDate | undefined): Partial<LetterFacts> {
  const by = recorded ?? reviewDay(input, input.goesBy ?? 'by-hand');
  const byPost = recorded ?? reviewDay(input, 'post');
  return {
    ...(by === undefined ? {} : { reviewBy: by }),
    ...(byPost === undefined || byPost === by ? {} : { reviewByPost: byPost }),
  };
}
