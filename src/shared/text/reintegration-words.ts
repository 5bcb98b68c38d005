import { formatDate } from '../domain/calendar/format-date.ts';
import { PART_TIME_WEEKS } from '../domain/reintegration/part-time-weeks.ts';
import type { ReintegrationStepKind } from '../domain/reintegration/types.ts';
import type { IsoDate } from '../kernel/plain-date.ts';

/** What follows a reintegration meeting, as it is listed. */
export const STEP_TITLES: Readonly<Record<ReintegrationStepKind, string>> = {
  'one-week': 'Look in after one school week',
  'four-weeks': 'Look in after four school weeks',
  'part-time': 'Part-time return',
  restorative: 'Restorative meeting',
  other: 'Something else agreed',
};

/** What is to be done when it is due, for the list of the day. */
export function sayDueStep(kind: ReintegrationStepKind, who: string): string {
  switch (kind) {
    case 'one-week':
      return `Look in one school week after the return: ${who}`;
    case 'four-weeks':
      return `Look in four school weeks after the return: ${who}`;
    case 'part-time':
      return `Review the part-time return, which ends: ${who}`;
    case 'restorative':
      return `Restorative meeting: ${who}`;
    case 'other':
      return `Agreed at the return: ${who}`;
  }
}

/** How the duty about the meeting was done when it was noted with the return: also how it is known again. */
export const MEETING_HELD = 'Reintegration meeting, noted with the return';

/** Why a long part-time return needs a reason: the rule and where it comes from. */
export const PART_TIME_RULE = `A part-time return is for a short time only and ends on a day that is agreed. Past ${String(PART_TIME_WEEKS)} weeks it needs a reason. The six weeks are the safer reading of guidance, which names no number; it also says that a part-time timetable is not a way to manage behaviour.`;

/** The reason of a long part-time return, as it is kept beside the hours. */
export const sayLongPartTime = (reason: string): string =>
  `Longer than ${String(PART_TIME_WEEKS)} weeks because: ${reason}`;

/** What is odd about the days, in sentences. */
export function returnWarnings({
  firstDayBack,
  meetingOn,
  heldOn,
  partTimeFrom,
}: {
  readonly firstDayBack: IsoDate | undefined;
  readonly meetingOn: IsoDate | undefined;
  readonly heldOn: IsoDate | undefined;
  /** First days of the part-time returns that are not over. */
  readonly partTimeFrom: readonly IsoDate[];
}): readonly string[] {
  if (firstDayBack === undefined) return [];
  const back = formatDate(firstDayBack);
  return [
    ...(heldOn === undefined && meetingOn !== undefined && meetingOn > firstDayBack
      ? [
          `The meeting is set for ${formatDate(meetingOn)}, after the first day back, ${back}. The pupil comes back on that day all the same: nobody is kept out until a meeting.`,
        ]
      : []),
    ...partTimeFrom
      .filter((from) => from < firstDayBack)
      .map(
        (from) =>
          `The part-time return begins on ${formatDate(from)}, but the first day back is now ${back}. Agree its days again.`,
      ),
  ];
}
