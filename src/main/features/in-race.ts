import { refuse, type Result } from '#shared/kernel/result.ts';
import { guardOf } from '../storage/guard-of.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';

/** After this many meetings with others at the same place we say who has it, rather than go on trying. */
const ATTEMPTS = 3;

/**
 * Runs a change of places whose last word is the database's own guard. On an engine on which two programs write at
 * once, a place can go between our check and our write: the whole change is then undone and made again, so that its
 * own check says who has the place now. `recheck` says it when the guard keeps refusing.
 */
export async function inRace<T>(
  context: Context,
  attempt: () => Promise<Result<T>>,
  recheck: (db: Db) => Promise<Result<unknown>>,
): Promise<Result<T>> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const guard = guardOf(error);
      if (guard === undefined) throw error;
      if (tried < ATTEMPTS) continue;
      const checked = await context.read(recheck);
      if (!checked.ok) return checked;
      return refuse(
        guard === 'place-full' || guard === 'share-full' || guard === 'week-full' ? 'place-full' : 'conflict',
        'Others are booking the same places at this moment, and the database refused ours. Nothing was changed. There is room again now: try once more.',
      );
    }
  }
}
