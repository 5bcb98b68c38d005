import { formatDate, formatShortDate } from '#shared/domain/calendar/format-date.ts';

export interface DateTextProps {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `long` (default): "Tue 3 June 2025"; `short`: "Tue 3 June", where the year is plain. */
  readonly form?: 'long' | 'short' | undefined;
}

/** A date as people say it, and as machines read it. */
export function DateText({ date, form = 'long' }: DateTextProps) {
  return <time dateTime={date}>{form === 'long' ? formatDate(date) : formatShortDate(date)}</time>;
}
