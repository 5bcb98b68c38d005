import { covers } from '../calendar/covers.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { dutiesOf } from './duties-of.ts';
import { governorsRow } from './governors-row.ts';
import { governorsWindow } from './governors-window.ts';
import type { DutyCase } from './types.ts';

/** How a governors' meeting lies outside their days. */
export type MeetingOutside =
  /** `from`: the first day on which they may meet. */
  | { readonly type: 'early'; readonly from: IsoDate }
  /** `by`: their last day; `exception`: a dated exception can leave them a later one. */
  | { readonly type: 'late'; readonly by: IsoDate; readonly exception: boolean }
  /** In time by the law, but after `by`, the last day before an examination that could be met before. */
  | { readonly type: 'after-examination'; readonly by: IsoDate };

/**
 * Whether a meeting of the governors on a day falls outside their window under the row of the table that the case falls
 * under, also where they do not have to meet; undefined when it is within, or when there is no window.
 */
export function meetingOutside(dutyCase: DutyCase, on: IsoDate): MeetingOutside | undefined {
  const row = governorsRow(dutyCase);
  if (row === undefined) return undefined;
  const { byDay, floor } = governorsWindow(dutyCase, row);
  if (floor !== undefined && on < floor) return { type: 'early', from: floor };
  const by = byDay.dueBy;
  if (by !== undefined && on > by) {
    const exception = dutyCase.ruleSet.exceptions.some(
      (one) =>
        covers(one, dutyCase.exclusion.start.date) &&
        one.meetingByDay.some(({ insteadOf }) => insteadOf === row.byDay),
    );
    return { type: 'late', by, exception };
  }
  const duty = dutiesOf(dutyCase).find(({ key }) => key === 'governors-meeting');
  if (duty?.dueBy === undefined || on <= duty.dueBy) return undefined;
  return { type: 'after-examination', by: duty.dueBy };
}
