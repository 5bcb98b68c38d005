import { useOperation } from '../api/client.ts';
import { StatusTag } from '../ui/data/status-tag.tsx';
import { dayOfInstant, formatTime } from '../ui/words/format.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';

const REFRESH = 60_000;

/** In the status strip: when the last backup was made; a warning stays while one fails or the second place lags. */
export function BackupNote() {
  const status = useOperation('backups.status', {}, { refreshEvery: REFRESH }).data;
  const today = useOperation('setup.status', {}).data?.today;
  if (!status) return null;
  const { lastAt, failure, second } = status;
  if (failure) return <StatusTag tone="overdue">Backup failed {timeText(failure.at, today)}</StatusTag>;
  if (second?.state === 'failed') return <StatusTag tone="overdue">Second backup place failed</StatusTag>;
  if (second?.state === 'old')
    return <StatusTag tone="due">Second backup place: older than a week</StatusTag>;
  return lastAt === undefined ? null : <span>Last backup {timeText(lastAt, today)}</span>;
}

/** The time alone on the day itself. */
function timeText(instant: string, today: string | undefined): string {
  const day = dayOfInstant(instant);
  return day === today ? formatTime(instant) : `${formatDate(day)}, ${formatTime(instant)}`;
}
