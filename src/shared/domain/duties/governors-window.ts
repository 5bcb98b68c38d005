import type { IsoDate } from '../../kernel/plain-date.ts';
import { NO_DAY, schoolDaysAfter, type Due } from './count-due.ts';
import type { GovernorsRule } from './rules/types.ts';
import type { DutyCase } from './types.ts';

type Told = Pick<DutyCase, 'exclusion' | 'index'>;

/** The day from which the governors' windows count: when they were told, or should have been. */
export const governorsToldOn = ({ exclusion }: Told): IsoDate =>
  exclusion.governorsToldOn ?? exclusion.noticeOn;

/**
 * The days between which the governors meet under a row of their table, whether or not they have to: a letter names the
 * last one to parents who may ask. An examination can call for an earlier meeting; see the duty.
 */
export function governorsWindow(
  told: Told,
  { byDay, notBeforeDay }: GovernorsRule,
): { readonly byDay: Due; readonly floor?: IsoDate } {
  const on = governorsToldOn(told);
  const floor = notBeforeDay === undefined ? undefined : schoolDaysAfter(told.index, on, notBeforeDay).dueBy;
  return {
    byDay: byDay === undefined ? NO_DAY : schoolDaysAfter(told.index, on, byDay),
    ...(floor === undefined ? {} : { floor }),
  };
}
