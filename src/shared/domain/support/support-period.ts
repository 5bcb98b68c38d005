import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import type { SupportPeriod } from './types.ts';

/** Six weeks: everybody is signed off then, or reassigned. Source: the evaluation's example of a sign-off procedure. */
const REVIEW_DAYS = 42;

/** A period of support that begins on a day. */
export const supportPeriod = (
  from: IsoDate,
  reassigned: Pick<SupportPeriod, 'by' | 'why'> = {},
): SupportPeriod => ({ from, reviewOn: addDays(from, REVIEW_DAYS), ...reassigned });
