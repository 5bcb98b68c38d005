import { formatDate, formatShortDate } from '../domain/calendar/format-date.ts';
import type { ProviderClosure } from '../domain/providers/types.ts';

/** "Mon 1 December to Fri 5 December 2025, mornings", "Tue 3 June 2025 pm". */
export function sayClosure({ from, to, slot }: Pick<ProviderClosure, 'from' | 'to' | 'slot'>): string {
  if (from === to) return slot === 'all' ? formatDate(from) : `${formatDate(from)} ${slot}`;
  const days = `${formatShortDate(from)} to ${formatDate(to)}`;
  return slot === 'all' ? days : `${days}, ${slot === 'am' ? 'mornings' : 'afternoons'}`;
}
