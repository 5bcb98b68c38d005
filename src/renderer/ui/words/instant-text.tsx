import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { dayOfInstant, formatTime } from './format.ts';

/** When something happened, in English time: "Tue 3 June 2025, 9.30 am". */
export function InstantText({ instant }: { readonly instant: string }) {
  return (
    <time dateTime={instant}>
      {formatDate(dayOfInstant(instant))}, {formatTime(instant)}
    </time>
  );
}
