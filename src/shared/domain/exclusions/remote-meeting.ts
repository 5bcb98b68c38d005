import type { IsoDate } from '../../kernel/plain-date.ts';
import type { DatedPermission } from '../duties/rules/types.ts';
import type { RuleSet } from '../duties/types.ts';
import { permissionOn } from './permission-on.ts';

/**
 * The row that lets a meeting on `meetsOn` about an exclusion from `startsOn` be held remotely; undefined when it must
 * be in person.
 */
export function remoteMeeting(
  ruleSet: RuleSet,
  startsOn: IsoDate,
  meetsOn: IsoDate,
): DatedPermission | undefined {
  const row = permissionOn(ruleSet.permissions.remoteMeeting, { startsOn, on: meetsOn });
  return row?.allowed === true ? row : undefined;
}
