import { Link } from '@tanstack/react-router';
import { clockTime } from '#shared/text/clock-time.ts';
import { useOperation } from '../api/client.ts';
import { StatusTag } from '../ui/data/status-tag.tsx';

/** In the status strip: that the shared database cannot be reached, and what waits to be sent to it. */
export function AwayNote() {
  const status = useOperation('outbox.status', {}).data;
  if (!status || (!status.away && status.waiting + status.stopped === 0)) return null;
  const { away, waiting, stopped } = status;
  const gone = away?.newPassword
    ? 'The shared database is back and asks for your new password: lock the window and unlock it with that.'
    : away
      ? `The shared database cannot be reached since ${clockTime(away.since)}. Exclusions can be recorded; places wait.`
      : '';
  const counted = waiting > 0 ? `${String(waiting)} waiting to be sent.` : '';
  return (
    <>
      <span role="status">
        {gone === '' && counted === '' ? null : (
          <Link to="/outbox">{[gone, counted].filter((part) => part !== '').join(' ')}</Link>
        )}
      </span>
      {stopped > 0 ? (
        <Link to="/outbox">
          <StatusTag tone="overdue">{`Outbox: ${String(stopped)} not sent`}</StatusTag>
        </Link>
      ) : null}
    </>
  );
}
