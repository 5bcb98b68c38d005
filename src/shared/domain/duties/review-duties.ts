import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import type { CaseCourse } from './course-of.ts';
import { onDay, schoolDaysAfter, type Due } from './count-due.ts';
import { deemedGiven } from './deemed-given.ts';
import { reviewApplyRule } from './review-apply-rule.ts';
import type { CaseEvent, Duty, DutyCase } from './types.ts';

function applyDuty(dutyCase: DutyCase, told: CaseEvent): Duty {
  const { days, source, certainty, reading } = reviewApplyRule(dutyCase);
  const given = deemedGiven(told.on, told.outcome);
  const posted =
    given === told.on
      ? undefined
      : `Posted on ${formatDate(told.on)}, so taken as given on ${formatDate(given)}.`;
  const said = [reading, posted].filter((text) => text !== undefined).join(' ');
  return {
    key: 'review-apply',
    party: 'parents',
    owedBy: 'parents',
    basis: 'law',
    withoutDelay: false,
    ...schoolDaysAfter(dutyCase.index, given, days),
    source,
    certainty,
    ...(said === '' ? {} : { reading: said }),
  };
}

/** The first day on which the name may leave the register; undefined while something can still bring the pupil back. */
function removalDay(
  events: readonly CaseEvent[],
  dutyCase: DutyCase,
  lastDay: IsoDate | undefined,
): Due | undefined {
  const last = (type: CaseEvent['type']) => events.findLast((event) => event.type === type);
  const from = (on: IsoDate): Due => ({ ...onDay(on), notBefore: on });
  if (last('review-asked') !== undefined) {
    const reconsidered = last('reconsidered');
    if (reconsidered !== undefined)
      return reconsidered.outcome === 'upheld' ? from(reconsidered.on) : undefined;
    const decided = last('review-decided');
    const stands = decided?.outcome === 'upheld' || decided?.outcome === 'not-practical';
    return decided !== undefined && stands ? from(decided.on) : undefined;
  }
  const waived = last('review-waived');
  if (waived !== undefined) return from(waived.on);
  if (lastDay === undefined) return undefined;
  const due = schoolDaysAfter(dutyCase.index, lastDay, 1);
  return due.dueBy === undefined ? due : { ...due, notBefore: due.dueBy };
}

/** After the governors upheld a permanent exclusion: the parents' last day, and when the name may leave the register. */
export function reviewDuties(dutyCase: DutyCase, { events, takenBack }: CaseCourse): readonly Duty[] {
  const upheld = events.some(({ type, outcome }) => type === 'decision' && outcome === 'upheld');
  if (dutyCase.exclusion.kind !== 'permanent' || takenBack || !upheld) return [];
  const told = events.findLast(({ type }) => type === 'decision-told');
  const apply = told === undefined ? undefined : applyDuty(dutyCase, told);
  const due = removalDay(events, dutyCase, apply?.dueBy);
  const removal: Duty | undefined = due && {
    key: 'remove-from-register',
    party: 'pupil',
    owedBy: 'school',
    basis: 'law',
    withoutDelay: false,
    ...due,
    ...dutyCase.ruleSet.review.removeFromRegister,
  };
  return [apply, removal].filter((duty) => duty !== undefined);
}
