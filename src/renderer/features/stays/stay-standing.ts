import type { Tone } from '../../ui/theme/tone.ts';
import type { Stay } from './types.ts';

/** Where a stay stands as a whole, in words and tone. */
export function stayStanding(
  { places, report }: Pick<Stay, 'places' | 'report'>,
  today: string,
): { readonly tone: Tone; readonly words: string } {
  const counting = places.filter(({ state }) => state === 'booked' || state === 'held');
  if (counting.length === 0) return { tone: 'closed', words: 'Given up' };
  if (counting.some(({ state, date }) => state === 'held' && date >= today))
    return { tone: 'held', words: 'Held' };
  if (counting.every(({ date }) => date > today)) return { tone: 'info', words: 'Booked' };
  if (counting.some(({ date }) => date >= today)) return { tone: 'done', words: 'There now' };
  return report?.finishedOn === undefined
    ? { tone: 'due', words: 'Ended, report to write' }
    : { tone: 'done', words: 'Ended' };
}
