import { formatDate, formatDayMonth, formatShortDate } from '#shared/domain/calendar/format-date.ts';

const FORMS = { long: formatDate, short: formatShortDate, bare: formatDayMonth } as const;

export interface DateTextProps {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /**
   * `long` (default): "Tue 3 June 2025"; `short`: "Tue 3 June", where the year is plain; `bare`: "3 June", where the
   * weekday is of no use either.
   */
  readonly form?: keyof typeof FORMS | undefined;
}

/** A date as people say it, and as machines read it. */
export function DateText({ date, form = 'long' }: DateTextProps) {
  return <time dateTime={date}>{FORMS[form](date)}</time>;
}
