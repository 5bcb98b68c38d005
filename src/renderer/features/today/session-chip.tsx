import { assertNever } from '#shared/kernel/assert-never.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { formatTime } from '../../ui/words/format.ts';
import type { Sheet } from './today-page.tsx';

export type SessionStatus = Sheet['out'][number]['chips'][number];

/** Where a pupil is for one session, in words and tone. */
export function SessionChip({ chip }: { readonly chip: SessionStatus }) {
  const where = [chip.starts === undefined ? undefined : formatTime(chip.starts), chip.providerName]
    .filter((part) => part !== undefined)
    .join(' ');
  switch (chip.status) {
    case 'booked':
      return <StatusTag tone="done">{where}</StatusTag>;
    case 'held':
      return <StatusTag tone="held">Held: {where}</StatusTag>;
    case 'no-place':
      return <StatusTag tone="overdue">NO PLACE</StatusTag>;
    case 'lunch':
      return <StatusTag tone="info">Out at lunchtime</StatusTag>;
    default:
      return assertNever(chip.status);
  }
}
