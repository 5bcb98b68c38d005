import { formatDate, formatShortDate } from '#shared/domain/calendar/format-date.ts';

export interface SessionTextProps {
  readonly date: string;
  readonly slot: 'am' | 'pm' | 'lunch';
  readonly form?: 'long' | 'short' | undefined;
}

/** Half a school day: "Tue 3 June 2025 am". */
export function SessionText({ date, slot, form = 'long' }: SessionTextProps) {
  const day = form === 'long' ? formatDate(date) : formatShortDate(date);
  return (
    <time dateTime={date}>
      {day} {slot === 'lunch' ? 'lunchtime' : slot}
    </time>
  );
}
