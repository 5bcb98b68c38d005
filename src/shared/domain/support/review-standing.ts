import { addDays, type IsoDate } from '../../kernel/plain-date.ts';

/** What of a plan its review follows from. */
export interface ReviewedPlan {
  readonly reviewOn: IsoDate;
  readonly closedOn?: IsoDate | undefined;
}

/** `due`: on its day and after it; `soon`: within a week; `none`: the plan is closed. */
export type ReviewStanding = 'due' | 'soon' | 'later' | 'none';

const SOON_DAYS = 7;

/** How the review of a plan stands on a day. */
export function reviewStanding({ reviewOn, closedOn }: ReviewedPlan, today: IsoDate): ReviewStanding {
  if (closedOn !== undefined) return 'none';
  if (reviewOn <= today) return 'due';
  return reviewOn <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}
