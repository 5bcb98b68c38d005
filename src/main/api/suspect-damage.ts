import { isDamage } from '../storage/is-damage.ts';
import type { Services } from '../features/context.ts';

/** A page that could not be read in the middle of anything: the whole file is checked, before anybody goes on. */
export function suspectDamage({ backups }: Pick<Services, 'backups'>, error: unknown): void {
  if (isDamage(error)) void backups?.checkNow();
}
