import { courseOf } from './course-of.ts';
import { educationDuties } from './education-duties.ts';
import { governorsDuties } from './governors-duties.ts';
import { reviewDuties } from './review-duties.ts';
import { ruleDuty } from './rule-duties.ts';
import type { Duty, DutyCase } from './types.ts';

/** Duties without a day come last. */
const NO_DAY = '9999';

/**
 * Everything that one exclusion obliges, in order of the days: who is told what, work and education, the governors'
 * part, a review, the return. Follows from the rule set of the case, the school calendar and what happened; never from
 * today, nor from the order in which anything was recorded. A duty that was done stays in the list: what became of it
 * is kept with its row. Each `key` is there once.
 */
export function dutiesOf(dutyCase: DutyCase): readonly Duty[] {
  const course = courseOf(dutyCase);
  const duties = [
    ...dutyCase.ruleSet.duties.flatMap((rule) => ruleDuty(rule, course, dutyCase) ?? []),
    ...educationDuties(dutyCase, course),
    ...governorsDuties(dutyCase, course),
    ...reviewDuties(dutyCase, course),
  ];
  // Of one day in the order of the rules, because sorting keeps it.
  return duties.toSorted((a, b) => {
    const [dayA, dayB] = [a.dueBy ?? NO_DAY, b.dueBy ?? NO_DAY];
    return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
  });
}
