import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CaseCourse } from './course-of.ts';
import { dayOut, endOfTerm, onDay, returnDue, schoolDaysAfter, type Due } from './count-due.ts';
import { covers } from '../calendar/covers.ts';
import { matchesWhen } from './matches-when.ts';
import type { CaseEvent, Duty, DutyCase, DutyRule } from './types.ts';

function eventOf({ after }: DutyRule, events: readonly CaseEvent[]): CaseEvent | undefined {
  return events.findLast(
    ({ type, outcome }) =>
      type === after?.event && (after.outcomes === undefined || after.outcomes.includes(outcome ?? '')),
  );
}

function dueOf({ due }: DutyRule, { shortened }: CaseCourse, event: CaseEvent | undefined): Due | undefined {
  const { exclusion, index, ruleSet } = shortened;
  const from: IsoDate = event?.on ?? exclusion.noticeOn;
  switch (due.by) {
    case 'without-delay':
      return onDay(from);
    case 'end-of-term':
      return endOfTerm(index, event?.on ?? exclusion.start.date);
    case 'school-day':
      return schoolDaysAfter(index, from, due.day);
    case 'first-day-out':
      return dayOut(shortened, ruleSet.education.workDays.value) && onDay(exclusion.start.date);
    case 'last-work-day':
      return dayOut(shortened, ruleSet.education.workDays.value);
    case 'return':
      return returnDue(shortened);
  }
}

const NEEDS_DAYS_OUT = new Set(['first-day-out', 'last-work-day', 'return']);

function isOwed(rule: DutyRule, course: CaseCourse, dutyCase: DutyCase): boolean {
  const { stop, takenBack, wasOut } = course;
  const ofTakingBack = rule.after?.event === 'cancelled' || rule.after?.event === 'withdrawn';
  if (takenBack && !ofTakingBack && rule.evenTakenBack !== true) return false;
  if (!wasOut && NEEDS_DAYS_OUT.has(rule.due.by)) return false;
  if (rule.lapses !== undefined && dutyCase.exclusion.joinedBy !== undefined) return false;
  if (rule.lapses === 'stopped' && stop !== undefined) return false;
  if (rule.lapses === 'superseded' && stop?.superseded === true) return false;
  return rule.when === undefined || matchesWhen(rule.when, dutyCase);
}

/** One row of a rule set's duties in a case; undefined when it is not owed. */
export function ruleDuty(rule: DutyRule, course: CaseCourse, dutyCase: DutyCase): Duty | undefined {
  const event = eventOf(rule, course.events);
  if (rule.after !== undefined && event === undefined) return undefined;
  if (!covers(rule, event?.on ?? dutyCase.exclusion.start.date)) return undefined;
  if (!isOwed(rule, course, dutyCase)) return undefined;
  const due = dueOf(rule, course, event);
  if (due === undefined) return undefined;
  const { key, party, owedBy, basis, source, certainty, reading } = rule;
  return {
    key,
    party,
    owedBy,
    basis,
    withoutDelay: rule.due.by === 'without-delay',
    ...due,
    source,
    certainty,
    ...(reading === undefined ? {} : { reading }),
  };
}
