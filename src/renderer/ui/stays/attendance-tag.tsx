import type { PlaceOutcome } from '#shared/domain/placements/types.ts';
import { ATTENDANCE_REASON_WORDS, OUTCOME_WORDS } from '#shared/text/stay-words.ts';
import { StatusTag } from '../data/status-tag.tsx';
import type { Tone } from '../theme/tone.ts';
import { useCurtain } from '../words/curtain.tsx';
import { formatTime } from '../words/format.ts';
import { useToday } from '../words/today.tsx';
import styles from './stays.module.css';
import type { Attendance } from './types.ts';

const TONES: Readonly<Record<PlaceOutcome, Tone>> = {
  attended: 'done',
  absent: 'due',
  declined: 'due',
  'excluded-from-centre': 'overdue',
};

interface AttendanceTagProps {
  readonly attendance: Attendance;
  readonly date: string;
}

/** What came of a place, in words: the outcome, then its times, its reason and what was noted. */
export function AttendanceTag({ attendance, date }: AttendanceTagProps) {
  const { drawn } = useCurtain();
  const today = useToday();
  const { outcome, note } = attendance;
  if (outcome === undefined) {
    if (date > today) return <StatusTag tone="info">To come</StatusTag>;
    return date === today ? (
      <StatusTag tone="info">Not marked yet</StatusTag>
    ) : (
      <StatusTag tone="due">Not marked</StatusTag>
    );
  }
  const more = sayTimes(attendance);
  return (
    <>
      <StatusTag tone={TONES[outcome]}>{OUTCOME_WORDS[outcome]}</StatusTag>
      {more === '' ? null : <span className={styles.more}> {more}</span>}
      {/* What was noted may name the pupil. */}
      {note ? <span className={styles.noted}>{drawn ? '…' : note}</span> : null}
    </>
  );
}

/** "came 9.40 am, left 11.30 am: the transport failed". */
function sayTimes({ reason, arrivedAt, leftAt }: Attendance): string {
  const times = [
    arrivedAt ? `came ${formatTime(arrivedAt)}` : undefined,
    leftAt ? `left ${formatTime(leftAt)}` : undefined,
  ].filter((part) => part !== undefined);
  const why = reason ? ATTENDANCE_REASON_WORDS[reason] : '';
  return times.length > 0 && why !== '' ? `${times.join(', ')}: ${why}` : times.join(', ') || why;
}
