import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { dayOfInstant, formatTime } from './format.ts';

export interface SomebodyEditing {
  readonly userName: string;
  /** UTC ISO text. */
  readonly since: string;
  readonly yourself: boolean;
}

/** "9.12 am", with its day where that is not today. */
const sinceText = (since: string, today: string): string => {
  const day = dayOfInstant(since);
  return day === today ? formatTime(since) : `${formatShortDate(day)}, ${formatTime(since)}`;
};

/** "Mrs Okafor has had this open since 9.12 am."; a sentence for each of those who have. */
export const editingText = (others: readonly SomebodyEditing[], today: string): string =>
  others
    .map(({ userName, since, yourself }) =>
      yourself
        ? `You have had this open at another PC since ${sinceText(since, today)}.`
        : `${userName} has had this open since ${sinceText(since, today)}.`,
    )
    .join(' ');
