import { indexCalendar, type CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { countLunchtimes } from '#shared/domain/calendar/lunchtimes.ts';
import type { SchoolCalendar, Slot } from '#shared/domain/calendar/types.ts';
import { examsMissed } from '#shared/domain/duties/exams-missed.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { DutyCase, RuleSet } from '#shared/domain/duties/types.ts';
import { educationDue, type ExclusionSpan } from '#shared/domain/exclusions/education-due.ts';
import { checkLimits, type LimitCheck } from '#shared/domain/exclusions/limits.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import type { GivenExclusion, TableCase } from './read-table.ts';

interface Dated {
  readonly date: string;
  readonly slot: Slot | 'lunch';
}

/** A case of a table on a calendar, put together as the application does it. */
export interface MadeCase {
  readonly dutyCase: DutyCase;
  readonly limits: LimitCheck;
}

function halfDaysOf(index: CalendarIndex, { kind, length, start }: GivenExclusion): readonly Dated[] {
  if (kind === 'permanent') return [];
  if (kind === 'fixed-period') return index.sessionsFrom(start, length);
  const counted = countLunchtimes(index, start.date, length);
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value.dates.map((date) => ({ date, slot: 'lunch' }));
}

function spanOf(index: CalendarIndex, given: GivenExclusion, id: string): ExclusionSpan {
  const last = halfDaysOf(index, given).at(-1);
  const { kind, start } = given;
  if (last === undefined) return { id, kind, start };
  return { id, kind, start, last: { date: last.date, slot: last.slot === 'lunch' ? 'pm' : last.slot } };
}

const indexes = new Map<SchoolCalendar, CalendarIndex>();

/** Built once a calendar. */
export function indexOf(calendar: SchoolCalendar): CalendarIndex {
  const known = indexes.get(calendar) ?? indexCalendar(calendar);
  indexes.set(calendar, known);
  return known;
}

/** Puts a case of a table together; `ruleSet` stands in for the one of its start. */
export function makeCase(given: TableCase, calendar: SchoolCalendar, ruleSet?: RuleSet): MadeCase {
  const index = indexOf(calendar);
  const { exclusion, before, earlier, pupil, events, promiseFromDay } = given;
  const rules = ruleSet ?? ruleSetOn(exclusion.start.date);
  if (rules === undefined) throw new Error(`no rule set on ${exclusion.start.date}`);
  const halfDays = halfDaysOf(index, exclusion);
  const counted = { id: 'this', kind: exclusion.kind, halfDays };
  const others = before.map((one, at) => ({
    id: String(at),
    kind: one.kind,
    halfDays: halfDaysOf(index, one),
  }));
  const limits = checkLimits({ exclusion: counted, others, earlier, index, ruleSet: rules });
  const span = spanOf(index, exclusion, 'this');
  const { start } = exclusion;
  return {
    limits,
    dutyCase: {
      exclusion: {
        ...span,
        state: stateAfter(events),
        halfDays: halfDays.length,
        noticeOn: given.issuedOn,
      },
      ruleSet: rules,
      index,
      ...(limits.decisiveTerm === undefined ? {} : { term: limits.decisiveTerm }),
      education: educationDue({
        exclusion: span,
        others: before.map((one, at) => spanOf(index, one, String(at))),
        index,
        ruleSet: rules,
        ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
      }),
      examsMissed: examsMissed({
        sittings: given.sittings,
        kind: exclusion.kind,
        start,
        sessionsOut: index.sessionsFrom(start, exclusion.length),
        index,
        ruleSet: rules,
      }),
      examsOver: given.examsOver,
      pupil: {
        inCare: pupil.includes('in care'),
        hasSocialWorker: pupil.includes('social worker'),
        hasHomeAuthority: pupil.includes('home authority'),
      },
      schoolPhase: given.phase,
      events,
    },
  };
}
