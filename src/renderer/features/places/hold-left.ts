import { plural } from '../../ui/words/format.ts';

const MINUTE = 60_000;

/** "3 h 20 min left", "12 min left", "under a minute left"; both are UTC ISO instants. */
export function sayLeft(until: string, now: string): string {
  const minutes = Math.floor((Date.parse(until) - Date.parse(now)) / MINUTE);
  if (minutes < 0) return 'run out';
  if (minutes === 0) return 'under a minute left';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return `${plural(Math.floor(hours / 24), 'day')} left`;
  const parts = [hours > 0 && `${String(hours)} h`, rest > 0 && `${String(rest)} min`].filter(Boolean);
  return `${parts.join(' ')} left`;
}
