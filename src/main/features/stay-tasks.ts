import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';

/** Makes what a stay owes by the rules of its provider; called whenever places of it are booked. */
export async function makeStayTasks(
  _db: Db,
  _context: Pick<Context, 'clock' | 'newId'>,
  _placementId: string,
): Promise<void> {
  // Nothing is owed yet.
}
