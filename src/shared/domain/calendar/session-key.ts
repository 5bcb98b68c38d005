import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot } from './types.ts';

/** A session (or a day's lunchtime) as one text, "2025-06-03 am", that sorts as the calendar runs. */
export const sessionKey = ({
  date,
  slot,
}: {
  readonly date: IsoDate;
  readonly slot: Slot | 'lunch';
}): string => `${date} ${slot}`;
