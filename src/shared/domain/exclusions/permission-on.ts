import type { IsoDate } from '../../kernel/plain-date.ts';
import { covers } from '../calendar/covers.ts';
import type { DatedPermission } from '../duties/rules/types.ts';

/**
 * The row that says whether something may be done on a day: the first that covers it, by the day itself or, where the
 * row says so, by the start of the exclusion. No row means that it may not.
 */
export function permissionOn(
  rows: readonly DatedPermission[],
  { startsOn, on }: { readonly startsOn: IsoDate; readonly on: IsoDate },
): DatedPermission | undefined {
  return rows.find((row) => covers(row, row.ofStart === true ? startsOn : on));
}
