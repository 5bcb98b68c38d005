import { reviewDay } from '#shared/domain/support/review-day.ts';
import type { HalfTerm } from '#shared/domain/support/half-terms.ts';
import type { TargetState } from '#shared/domain/support/types.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { readRegister, type RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import type { PlanReview, PlanTarget, SupportPlan } from '../../storage/repositories/support-plans.ts';
import type { Db } from '../../storage/store.ts';
import { readHalfTerms } from '../half-terms.ts';

const BY = 'Demonstration';

/** What plans of the invented school aim at, by what it is seen, and what is done. */
const TARGETS = [
  ['In every lesson on time', 'Late no more than once a week', 'Met at the gate by the key worker'],
  [
    'Leaves the room by the card instead of shouting',
    'The card is used, no one is sent out',
    'All teachers know of the card',
  ],
  ['Homework handed in twice a week', 'Planner signed', 'Homework club on Tuesday and Thursday'],
  ['Breaks without a fight', 'No incident noted for a fortnight', 'Lunch in the games room'],
  [
    'Says what happened before an adult decides',
    'Restorative talk held within a day',
    'Head of year, every time',
  ],
] as const;

/** Plans that the invented school has time for. */
const MOST = 12;

interface Rows {
  readonly plans: SupportPlan[];
  readonly targets: PlanTarget[];
  readonly reviews: PlanReview[];
}

/**
 * Plans for some of those longest on the register: most reviews that were due are done, one target is not met again and
 * again, and the last review of some is left to the user.
 */
export async function addDemonstrationPlans(db: Db, schoolId: string, today: IsoDate): Promise<void> {
  const halfTerms = await readHalfTerms(db, schoolId);
  const entries = (await readRegister(db, schoolId, { state: 'open' })).toSorted((a, b) =>
    a.since < b.since ? -1 : 1,
  );
  const rows: Rows = { plans: [], targets: [], reviews: [] };
  for (const [at, entry] of entries
    .filter((_, place) => place % 2 === 0)
    .slice(0, MOST)
    .entries())
    addPlan(rows, entry, { at, halfTerms, today });
  await insertAll(db, db.tables.supportPlans, rows.plans);
  await insertAll(db, db.tables.planTargets, rows.targets);
  await insertAll(db, db.tables.planReviews, rows.reviews);
}

interface When {
  readonly at: number;
  readonly halfTerms: readonly HalfTerm[];
  readonly today: IsoDate;
}

function addPlan(rows: Rows, { pupilId, since }: RegisterEntry, { at, halfTerms, today }: When): void {
  const planId = `demo-plan-${String(at + 1).padStart(3, '0')}`;
  const fromDate = schoolDay(addDays(since, 3), today);
  const targets = TARGETS.filter((_, place) => (place + at) % 5 < 3).map(
    ([target, measure, support], place) => ({
      id: `${planId}-${String(place + 1)}`,
      planId,
      pupilId,
      position: place + 1,
      target,
      measure,
      support,
    }),
  );
  let reviewOn = reviewDay(halfTerms, fromDate);
  // The review of every fourth is left to the user; the first is looked at once more in between.
  const until = at % 4 === 1 ? fromDate : today;
  let states: readonly TargetState[] = targets.map(() => 'open');
  for (let number = 1; reviewOn <= until; number += 1) {
    const onDate = reviewOn;
    states = targets.map((_, place) => stateAt(at, place, number));
    const early = schoolDay(addDays(today, -2), today);
    reviewOn = at === 0 && number === 1 && onDate < early ? early : reviewDay(halfTerms, onDate);
    rows.reviews.push({
      planId,
      pupilId,
      onDate,
      note:
        number === 1 ? 'A slow start; the pupil knows the targets by heart.' : 'Better than last half term.',
      outcome: Object.fromEntries(targets.map(({ id }, place) => [id, states[place] ?? 'open'])),
      nextReviewOn: reviewOn,
      reviewedBy: BY,
    });
  }
  rows.targets.push(...targets.map((target, place) => ({ ...target, state: states[place] ?? 'open' })));
  rows.plans.push({
    id: planId,
    pupilId,
    fromDate,
    reviewOn,
    pupilSignedOn: fromDate,
    parentSignedOn: at % 3 === 0 ? null : fromDate,
    closedOn: null,
    closedWhy: null,
    writtenBy: BY,
    version: 1,
  });
}

/** The day, or the Monday after a weekend; never after today. */
function schoolDay(day: IsoDate, today: IsoDate): IsoDate {
  const found = addDays(day, { 6: 2, 7: 1 }[weekdayOf(day)] ?? 0);
  return found > today ? today : found;
}

/** The second target of every third plan is never met; the others get there. */
function stateAt(at: number, place: number, number: number): TargetState {
  if (place === 1 && at % 3 === 0) return 'not-met';
  if (number > 1 || place === 0) return 'met';
  return 'partly-met';
}
