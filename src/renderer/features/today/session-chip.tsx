import { assertNever } from '#shared/kernel/assert-never.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { formatTime } from '../../ui/words/format.ts';
import type { Sheet } from './sheet.ts';
import styles from './today.module.css';

export type SessionStatus = Sheet['out'][number]['chips'][number];

/** Where a pupil is for one session, in words and tone, and from when or why not. */
export function SessionChip({ chip }: { readonly chip: SessionStatus }) {
  const more = detailOf(chip);
  return (
    <>
      <Tag chip={chip} />
      {more === undefined ? null : <span className={styles.from}>{more}</span>}
    </>
  );
}

function Tag({ chip: { status, wantsPlace, providerName } }: { readonly chip: SessionStatus }) {
  if (wantsPlace) return <NoPlace />;
  switch (status) {
    case 'booked':
      return <StatusTag tone="done">{providerName}</StatusTag>;
    case 'attended':
      return <StatusTag tone="done">Attended {providerName}</StatusTag>;
    case 'held':
      return <StatusTag tone="held">Held: {providerName}</StatusTag>;
    case 'not-marked':
      return <StatusTag tone="due">Not marked: {providerName}</StatusTag>;
    case 'absent':
      return <StatusTag tone="due">Not taken up: {providerName}</StatusTag>;
    case 'declined':
      return <StatusTag tone="due">Declined by the parents: {providerName}</StatusTag>;
    case 'excluded-from-centre':
      return <StatusTag tone="overdue">Excluded from {providerName}</StatusTag>;
    case 'work-at-home':
    case 'no-place':
      return <NoPlace />;
    case 'lunch':
      return <StatusTag tone="info">Out at lunchtime</StatusTag>;
    default:
      return assertNever(status);
  }
}

function NoPlace() {
  return (
    <span className={styles.noPlace}>
      <StatusTag tone="overdue">NO PLACE</StatusTag>
    </span>
  );
}

/** From when, or why not; of a session without a place, what there was instead of one. */
function detailOf({ status, wantsPlace, providerName, starts, why }: SessionStatus): string | undefined {
  if (status === 'work-at-home') return 'work sent home, no visit down';
  if (wantsPlace && status === 'excluded-from-centre') return `excluded from ${providerName ?? 'the centre'}`;
  return why ?? (starts === undefined ? undefined : `from ${formatTime(starts)}`);
}
