import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import { problem } from '../exchange/file-problems.ts';
import type { ReturnDocument } from '../exchange/return-document.ts';
import type { ReadOrder } from './types.ts';

/** Days by which a sender's clock and time zone may be ahead of ours. */
const DAYS_AHEAD = 1;

/**
 * Whether the file says that it was made on a day still to come. The return made last counts, so such a one would keep
 * out every later one of its period for good.
 */
export function checkMade(
  { createdAt }: Pick<ReturnDocument, 'createdAt'>,
  { today }: Pick<ReadOrder, 'today'>,
): FileProblem | undefined {
  const day = createdAt?.slice(0, 10) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day <= addDays(today, DAYS_AHEAD)) return undefined;
  return problem('error', {
    element: 'made at',
    value: createdAt,
    message: `The file says that it was made on ${formatDate(day)}, which is still to come.`,
    remedy:
      'Ask the sender to set the clock of the computer right and make the return again: no later one could take its place.',
  });
}
