import { assertNever } from '#shared/kernel/assert-never.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { formatTime } from '../../ui/words/format.ts';
import type { Sheet } from './sheet.ts';
import styles from './today.module.css';

export type SessionStatus = Sheet['out'][number]['chips'][number];

/** Where a pupil is for one session, in words and tone, and from when. */
export function SessionChip({ chip }: { readonly chip: SessionStatus }) {
  return (
    <>
      <Tag chip={chip} />
      {chip.starts === undefined ? null : <span className={styles.from}>from {formatTime(chip.starts)}</span>}
    </>
  );
}

function Tag({ chip: { status, providerName, words } }: { readonly chip: SessionStatus }) {
  switch (status) {
    case 'booked':
      return <StatusTag tone="done">{providerName}</StatusTag>;
    case 'held':
      return <StatusTag tone="held">Held: {providerName}</StatusTag>;
    case 'no-place':
      return (
        <span className={styles.noPlace}>
          <StatusTag tone="overdue">NO PLACE</StatusTag>
          {words === undefined ? null : <span className={styles.from}>{words}</span>}
        </span>
      );
    case 'not-taken-up':
      return <StatusTag tone="due">{words}</StatusTag>;
    case 'lunch':
      return <StatusTag tone="info">Out at lunchtime</StatusTag>;
    default:
      return assertNever(status);
  }
}
