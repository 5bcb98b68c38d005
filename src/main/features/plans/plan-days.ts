import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';

interface PlanDays {
  /** When the plan is looked at next. */
  readonly reviewOn: IsoDate;
  readonly pupilSignedOn?: IsoDate | undefined;
  readonly parentSignedOn?: IsoDate | undefined;
}

/** Refuses days that cannot be: a next review before today, signatures still to come. `notDone` begins the sentence. */
export function checkPlanDays(
  { reviewOn, pupilSignedOn, parentSignedOn }: PlanDays,
  today: IsoDate,
  notDone: string,
  path = 'reviewOn',
): Result<true> {
  const late = (at: string, on: IsoDate | undefined): readonly FieldError[] =>
    on !== undefined && on > today ? [{ path: at, message: 'Enter a day up to today.' }] : [];
  const fields = [
    ...(reviewOn < today ? [{ path, message: `Enter a day from ${formatDate(today)} on.` }] : []),
    ...late('pupilSignedOn', pupilSignedOn),
    ...late('parentSignedOn', parentSignedOn),
  ];
  return fields.length === 0
    ? { ok: true, value: true }
    : refuse('invalid-input', `${notDone}: a day needs correcting.`, { fields });
}
