import type { Session } from '../domain/calendar/types.ts';
import { formatShortDate } from '../domain/calendar/format-date.ts';
import type { PlanChange, PlanReason, ProviderObstacles } from '../domain/planning/explanation-types.ts';
import type { PlanObstacle } from '../domain/planning/plan-book.ts';
import type { PlanScore, PlanStage } from '../domain/planning/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { formatMiles } from './miles.ts';
import { GROUP_WORDS } from './rule-words.ts';
import { sayList, sayRefusal, sayShortSession } from './provider-words.ts';

/** How the ids of a plan are called for its reader. */
export interface PlanNames {
  readonly pupil: (id: string) => string;
  readonly provider: (id: string) => string;
}

/** What the planner is doing, while it works. */
export const PLAN_STAGE_WORDS: Readonly<Record<PlanStage, string>> = {
  covered: 'Covering as many sessions as possible',
  urgency: 'Putting the most urgent pupils first',
  venues: 'Keeping changes of venue few',
  burden: 'Shortening journeys and saving cost',
  shortfall: 'Sharing what is missing fairly between schools',
  balance: 'Evening out what partner schools owe each other',
};

const count = (n: number, one: string, many: string): string => `${String(n)} ${n === 1 ? one : many}`;

/** "full", "full for pupils of this school (2 places a session)": one thing that stands against a place. */
export function sayObstacle(obstacle: PlanObstacle, names: PlanNames): string {
  switch (obstacle.type) {
    case 'not-offered':
      return 'not open to this pupil';
    case 'refused':
      return sayList(obstacle.refusals.map(({ refusal }) => sayRefusal(refusal)));
    case 'full':
      return obstacle.limitedBy === 'adults' ? 'one adult too few' : 'full';
    case 'school-share':
      return `full for pupils of this school (${count(obstacle.share, 'place', 'places')} a session)`;
    case 'week-full':
      return `full for the week of ${formatShortDate(obstacle.monday)} (${count(obstacle.limit, 'pupil', 'different pupils')})`;
    case 'kept-apart':
      return `kept apart from ${sayList(obstacle.fromPupilIds.map(names.pupil))}, who would be there`;
    case 'other-group':
      return `taken by ${GROUP_WORDS[obstacle.group]} pupils, who are taught apart`;
    case 'stay-too-short':
      return `the stay would be ${count(obstacle.days, 'day', 'days')}; ${String(obstacle.minDays)} are the least`;
    case 'stay-too-long':
      return `the stay would be ${count(obstacle.days, 'day', 'days')}; ${String(obstacle.maxDays)} are the most`;
    default:
      return assertNever(obstacle);
  }
}

/** "Hill Centre: full and kept apart from Ben Ali, who would be there". */
export function sayProviderObstacles({ providerId, obstacles }: ProviderObstacles, names: PlanNames): string {
  const words = obstacles.map((obstacle) => sayObstacle(obstacle, names));
  return `${names.provider(providerId)}: ${words.length > 0 ? sayList(words) : 'nothing against it'}`;
}

/** Why a stay is where it is, as a sentence. */
export function sayPlanReason(reason: PlanReason, names: PlanNames): string {
  switch (reason.type) {
    case 'only-one':
      return 'No other provider takes this pupil then.';
    case 'already-there':
      return 'The pupil has places there already.';
    case 'all-sessions':
      return 'All sessions at one venue.';
    case 'nearest':
      return `The nearest of ${String(reason.among)} that take this pupil (${reason.metres === 0 ? 'on the school’s own site' : formatMiles(reason.metres)}).`;
    case 'nearer-taken': {
      const one = reason.nearer.length === 1;
      const why = reason.nearer.map((provider) => sayProviderObstacles(provider, names)).join('; ');
      return `${one ? 'One provider is' : 'Other providers are'} nearer. ${why}.`;
    }
    case 'best-together':
      return 'Best for all pupils together.';
    default:
      return assertNever(reason);
  }
}

/** What one change would free the session, as a sentence. */
export function sayPlanChange(change: PlanChange, names: PlanNames): string {
  const where = `at ${names.provider(change.providerId)}, ${sayShortSession(change satisfies Session)}`;
  switch (change.type) {
    case 'place-more':
      return `One place more ${where}.`;
    case 'adult-more':
      return `One adult more ${where}.`;
    case 'share-more':
      return `One place more for pupils of this school ${where}.`;
    case 'week-more':
      return `One pupil more in that week ${where}.`;
    case 'shorter-stay':
      return `A shorter stay than usual ${where}.`;
    case 'longer-stay':
      return `A longer stay than usual ${where}.`;
    case 'waive':
      return `Setting one rule aside ${where}: ${sayRefusal(change.refusal.refusal)}.`;
    default:
      return assertNever(change);
  }
}

/** "12 sessions more than first come, first served, and 3 changes of venue fewer". */
export function sayPlanGain(plan: PlanScore, firstCome: PlanScore): string {
  const [sessions, venues] = [plan.covered - firstCome.covered, firstCome.venues - plan.venues];
  const more =
    sessions > 0
      ? `${count(sessions, 'session', 'sessions')} more than first come, first served`
      : 'As many sessions as first come, first served';
  if (venues === 0) return `${more}, with as many venues.`;
  return `${more}, with ${count(Math.abs(venues), 'venue', 'venues')} ${venues > 0 ? 'fewer' : 'more'}.`;
}
