import { addDays } from '#shared/kernel/plain-date.ts';
import type { CaseEventType, Duty } from '#shared/domain/duties/types.ts';
import type { TableCase } from './read-table.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

/**
 * The days that decide the day of a duty, by the rules and not by the code: a closed one among them moves it. Duties
 * that are owed without delay, on a first day or from an event's own day have none.
 */
export function countedRanges(given: TableCase, duty: Duty): Readonly<Partial<Record<string, Range>>> {
  const { dueBy, withoutDelay } = duty;
  const start = given.exclusion.start.date;
  if (dueBy === undefined || withoutDelay) return {};
  const on = (type: CaseEventType) => given.events.findLast((event) => event.type === type);
  const after = (day: string | undefined): Range | undefined =>
    day === undefined ? undefined : { from: addDays(day, 1), to: dueBy };
  const out: Range = { from: start, to: dueBy };
  const told = on('decision-told');
  // Posted notices count from the second working day, which a closed school does not move.
  const noticeDay = told?.outcome === 'post' ? addDays(told.on, 4) : told?.on;
  const meets = on('meeting-set');
  const ranges: Partial<Record<string, Range | undefined>> = {
    'governors-meeting': after(given.issuedOn),
    'education-start': out,
    'education-promise': given.promiseFromDay === 1 ? undefined : out,
    'mark-work': out,
    'return-to-school': out,
    'reintegration-meeting': out,
    'review-apply': after(noticeDay),
    'review-hear': after(on('review-asked')?.on),
    reconsider: after(on('review-decided')?.on),
    'remove-from-register':
      on('review-asked') === undefined && on('review-waived') === undefined ? after(noticeDay) : undefined,
    'governors-papers': meets === undefined ? undefined : { from: dueBy, to: addDays(meets.on, -1) },
    'tell-authority-termly': { from: dueBy, to: dueBy },
    'tell-governors-termly': { from: dueBy, to: dueBy },
    'report-cancelled-termly': { from: dueBy, to: dueBy },
  };
  return Object.fromEntries(
    Object.entries(ranges).flatMap(([key, range]) => (range === undefined ? [] : [[key, range] as const])),
  );
}
