import type { Session } from '../calendar/types.ts';
import type { PlanBook, PlanObstacle } from './plan-book.ts';
import type { PlanProvider } from './types.ts';

/** What the length of the stay says against one session more. */
export function stayObstacles(
  book: PlanBook,
  pupilId: string,
  { id, minDays = 0, maxDays = Infinity }: PlanProvider,
  { date }: Session,
): readonly PlanObstacle[] {
  const days = new Set(book.days(pupilId, id)).add(date).size;
  if (days < minDays) return [{ type: 'stay-too-short', days, minDays }];
  if (days > maxDays) return [{ type: 'stay-too-long', days, maxDays }];
  return [];
}
