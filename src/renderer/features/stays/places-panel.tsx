import { Fragment, useState } from 'react';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CalendarIcon, CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { AttendanceTag } from '../../ui/stays/attendance-tag.tsx';
import { MarkForm } from '../../ui/stays/mark-form.tsx';
import type { Mark } from '../../ui/stays/types.ts';
import { formatTime, plural } from '../../ui/words/format.ts';
import { SessionText } from '../../ui/words/session-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import styles from './stays.module.css';
import type { Stay, StayPlace } from './types.ts';
import { useMarking } from './use-marking.ts';

/** The sessions of the stay and what came of each; marked in place. */
export function PlacesPanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const today = useToday();
  const mayOverride = useMay('places.override');
  const marking = useMarking();
  const [opened, setOpened] = useState<string>();
  const { attended, possible, late } = stay.attendance;
  const bars = stay.tasks
    .filter(({ beforeArrival, doneOn }) => beforeArrival && doneOn === undefined)
    .map(({ title }) => title);
  const rest = stay.places.filter(
    ({ state, date, outcome }) => state === 'booked' && date <= today && outcome === undefined,
  );
  const markRest = async () => {
    const marked = await marking.send(
      rest.map(({ placeId }) => placeId),
      { outcome: 'attended' },
    );
    if (marked) notify({ title: `${plural(rest.length, 'session')} marked as attended` });
  };
  const markOne = async (placeId: string, mark: Mark, override: string | undefined) => {
    if (await marking.send([placeId], mark, override)) setOpened(undefined);
  };
  return (
    <Panel
      title="Sessions"
      context={
        possible === 0
          ? undefined
          : `Attended ${String(attended)} of ${String(possible)} marked${late > 0 ? `, late ${plural(late, 'time')}` : ''}`
      }
      actions={
        mayWork && rest.length > 1 && stay.beforeArrival.length === 0 ? (
          <Button size="small" icon={CheckIcon} loading={marking.busy} onClick={() => void markRest()}>
            Mark the other {String(rest.length)} as attended
          </Button>
        ) : undefined
      }
      flush
    >
      {marking.refused !== undefined && marking.refused.placeId === undefined ? (
        <div className={styles.refused}>
          <VeiledError title="Not marked" error={marking.refused.error} />
        </div>
      ) : null}
      {stay.places.length === 0 ? (
        <EmptyState icon={CalendarIcon} title="No sessions">
          Book sessions for the pupil on the board.
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>Sessions of the stay with attendance</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Time</th>
              <th scope="col">Attendance</th>
              <th scope="col">
                <VisuallyHidden>Action</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {stay.places.map((place) => {
              const says = `${formatShortDate(place.date)} ${place.slot}`;
              const mayMark = mayWork && place.state === 'booked' && place.date <= today;
              return (
                <Fragment key={place.placeId}>
                  <tr>
                    <th scope="row">
                      <SessionText date={place.date} slot={place.slot} form="short" />
                    </th>
                    <td className={styles.quiet}>
                      {place.starts && place.ends
                        ? `${formatTime(place.starts)} to ${formatTime(place.ends)}`
                        : null}
                      {place.escort ? <span className={styles.under}>with {place.escort}</span> : null}
                    </td>
                    <td>
                      <PlaceStanding place={place} />
                    </td>
                    <td className={styles.act}>
                      {mayMark ? (
                        <Button
                          size="small"
                          variant={place.outcome === undefined ? 'secondary' : 'quiet'}
                          expanded={opened === place.placeId}
                          onClick={() => {
                            marking.clear();
                            setOpened(opened === place.placeId ? undefined : place.placeId);
                          }}
                        >
                          {place.outcome === undefined ? 'Mark…' : 'Change…'}
                          <VisuallyHidden> {says}</VisuallyHidden>
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                  {opened === place.placeId ? (
                    <tr>
                      <td colSpan={4} className={styles.formCell}>
                        <MarkForm
                          label={`Attendance, ${says}`}
                          attendance={place.outcome === undefined ? { outcome: 'attended' } : place}
                          marked={place.outcome !== undefined}
                          bars={place.outcome === 'attended' ? [] : bars}
                          mayOverride={mayOverride}
                          startAt="outcome"
                          busy={marking.busy}
                          error={
                            marking.refused?.placeId === place.placeId ? marking.refused.error : undefined
                          }
                          onMark={(mark, override) => void markOne(place.placeId, mark, override)}
                          onClose={() => setOpened(undefined)}
                        />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function PlaceStanding({ place }: { readonly place: StayPlace }) {
  switch (place.state) {
    case 'booked':
      return <AttendanceTag attendance={place} date={place.date} />;
    case 'held':
      return <StatusTag tone="held">Held</StatusTag>;
    case 'cancelled':
    case 'lapsed':
      return (
        <>
          <StatusTag tone="closed">{place.state === 'lapsed' ? 'Hold ran out' : 'Given up'}</StatusTag>
          {place.ended ? <span className={styles.quiet}> {place.ended}</span> : null}
        </>
      );
  }
}
