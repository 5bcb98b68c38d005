import type { AttendanceReason, PlaceOutcome } from '#shared/domain/placements/types.ts';
import type { Attendance, Mark } from './types.ts';

/** A mark as it is typed: times may be no times yet. */
export interface MarkDraft {
  readonly outcome: PlaceOutcome | null;
  readonly reason: AttendanceReason | 'none';
  readonly arrivedAt: string;
  readonly leftAt: string;
  readonly note: string;
}

export const markDraft = (attendance: Attendance): MarkDraft => ({
  outcome: attendance.outcome ?? null,
  reason: attendance.reason ?? 'none',
  arrivedAt: attendance.arrivedAt ?? '',
  leftAt: attendance.leftAt ?? '',
  note: attendance.note ?? '',
});

const isTime = (text: string): boolean => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What is wrong with it, by field. */
export function markProblems({ outcome, arrivedAt, leftAt }: MarkDraft): Readonly<Record<string, string>> {
  if (outcome === null) return { outcome: 'Choose what came of it.' };
  if (outcome !== 'attended') return {};
  return {
    ...(isTime(arrivedAt) ? {} : { arrivedAt: 'Enter a time, for example 9.40 am.' }),
    ...(isTime(leftAt) ? {} : { leftAt: 'Enter a time, for example 11.30 am.' }),
    ...(isTime(arrivedAt) && isTime(leftAt) && arrivedAt !== '' && leftAt !== '' && leftAt <= arrivedAt
      ? { leftAt: 'The pupil cannot leave before coming.' }
      : {}),
  };
}

/** The mark to send; only who attended has times. */
export function toMark({ outcome, reason, arrivedAt, leftAt, note }: MarkDraft): Mark {
  const there = outcome === 'attended';
  return {
    outcome,
    ...(reason === 'none' ? {} : { reason }),
    ...(there && arrivedAt !== '' ? { arrivedAt } : {}),
    ...(there && leftAt !== '' ? { leftAt } : {}),
    ...(note.trim() === '' ? {} : { note }),
  };
}
