import type { Connection } from '../storage/engines/connection.ts';
import { isDamage } from '../storage/is-damage.ts';

/**
 * What is wrong with an open database: every page read and its check value, every index compared with its table, every
 * reference. Undefined: nothing. Takes about a second for 100 MB, without a pause: never in the window's thread.
 */
export function checkDatabase(connection: Connection): 'damaged' | 'broken-references' | undefined {
  try {
    if (connection.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged';
    const broken = connection.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get();
    return Number(broken) === 0 ? undefined : 'broken-references';
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}
