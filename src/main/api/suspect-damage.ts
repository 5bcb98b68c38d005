import { refuse, type Result } from '#shared/kernel/result.ts';
import { isDamage } from '../storage/is-damage.ts';
import type { Services } from '../features/context.ts';

/**
 * What to say when an error shows a page that could not be read: the whole file is checked, and if it is damaged nobody
 * goes on. Undefined for any other error.
 */
export function suspectDamage(
  { backups, log }: Pick<Services, 'backups' | 'log'>,
  name: string,
  error: unknown,
): Result<never> | undefined {
  if (!isDamage(error)) return undefined;
  log.error(`${name} came to a page that cannot be read`, error);
  void backups?.checkNow();
  return refuse(
    'not-open',
    'A part of the database cannot be read. The step under way was undone. First Day checks the whole file now; if it is damaged, it shows what can be recovered.',
  );
}
