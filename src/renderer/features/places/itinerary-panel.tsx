import { useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { sayInstant } from '#shared/text/provider-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { dayOfInstant, formatTime, plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { shortDay } from './board-view.ts';
import { CancelPlace } from './cancel-place.tsx';
import type { Itinerary, ItinerarySession } from './itinerary.ts';
import { useMay } from '../../api/use-may.ts';
import type { Booking } from './use-booking.ts';
import styles from './itinerary.module.css';

interface ItineraryPanelProps {
  readonly itinerary: Itinerary;
  readonly today: string;
  readonly mayBook: boolean;
  readonly booking: Booking;
}

/** Where the picked pupil is, session by session, building itself as places are booked. */
export function ItineraryPanel({ itinerary, today, mayBook, booking }: ItineraryPanelProps) {
  const personName = usePersonName();
  const mayViewPupils = useMay('pupils.view');
  const mayViewCase = useMay('exclusions.view');
  const [cancelling, setCancelling] = useState<string>();
  const holds = itinerary.sessions.flatMap(({ place }) => (place?.state === 'held' ? [place.placeId] : []));
  const { uncovered, missed, sessions } = itinerary;
  const past = sessions.filter(({ date }) => date < today);
  const line = (session: ItinerarySession) => (
    <li key={`${session.date} ${session.slot}`} className={session.date < today ? styles.past : undefined}>
      <div className={styles.line}>
        <span className={styles.when}>
          <time dateTime={session.date}>
            {formatShortDate(session.date).slice(0, 3)} {shortDay(session.date)}
          </time>
          <span className={styles.quiet}>
            {session.slot}, day {session.day}
          </span>
        </span>
        <Where session={session} />
        {mayBook && session.place ? (
          <CancelPlace
            session={session}
            others={othersAt(sessions, session, today)}
            open={cancelling === session.place.placeId}
            busy={booking.busy}
            onOpen={() => setCancelling(session.place?.placeId)}
            onClose={() => setCancelling(undefined)}
            onCancel={async (placeIds, reason) => {
              if (await booking.cancel(placeIds, reason)) setCancelling(undefined);
            }}
          />
        ) : null}
      </div>
    </li>
  );
  return (
    <Panel
      title={personName(itinerary.name)}
      context={
        <>
          {itinerary.form ? `${itinerary.form} · ` : ''}
          {itinerary.title}
          {mayViewCase ? (
            <>
              {' · '}
              <TextLink to="/record" search={{ exclusion: itinerary.exclusionId }}>
                The case
              </TextLink>
            </>
          ) : null}
          {mayViewPupils ? (
            <>
              {' · '}
              <TextLink to="/pupils/$pupilId" params={{ pupilId: itinerary.pupilId }}>
                Pupil’s page
              </TextLink>
            </>
          ) : null}
        </>
      }
      footer={
        mayBook && holds.length > 0 ? (
          <Button size="small" loading={booking.busy} onClick={() => void booking.confirm(holds)}>
            {`Confirm ${plural(holds.length, 'hold')}`}
          </Button>
        ) : undefined
      }
      flush
    >
      <p className={styles.summary} role="status">
        {uncovered > 0 ? (
          <StatusTag tone="overdue">{`${plural(uncovered, 'session')} without a place`}</StatusTag>
        ) : (
          <StatusTag tone="done">Every session to come is covered</StatusTag>
        )}
      </p>
      {sessions.length === 0 ? (
        <p className={styles.summary}>This exclusion misses no session, so it needs no place.</p>
      ) : (
        <>
          {past.length > 0 ? (
            <div className={styles.gone}>
              <Disclosure
                summary={`${plural(past.length, 'past session')}${missed > 0 ? `, ${String(missed)} without a place` : ''}`}
              >
                <ol className={styles.list}>{past.map(line)}</ol>
              </Disclosure>
            </div>
          ) : null}
          <ol className={styles.list} aria-label="Itinerary">
            {sessions.slice(past.length).map(line)}
          </ol>
        </>
      )}
    </Panel>
  );
}

function Where({ session: { place } }: { readonly session: ItinerarySession }) {
  return (
    <span className={styles.where}>
      {place ? <span className={styles.provider}>{place.providerName}</span> : null}
      <span className={styles.state}>
        {!place ? (
          <StatusTag tone="overdue">NO PLACE</StatusTag>
        ) : place.state === 'booked' ? (
          <StatusTag tone="done">Booked</StatusTag>
        ) : (
          <StatusTag tone="held">Held</StatusTag>
        )}
        {place?.heldUntil ? (
          <span className={styles.quiet} title={sayInstant(place.heldUntil)}>
            until {sayWhen(place.heldUntil)}
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** "Thu 1.00 pm": a hold lasts a day, so the weekday says which. */
const sayWhen = (instant: string): string =>
  `${formatShortDate(dayOfInstant(instant)).slice(0, 3)} ${formatTime(instant)}`;

/** The pupil's other coming places at the same provider. */
function othersAt(sessions: readonly ItinerarySession[], session: ItinerarySession, today: string) {
  return sessions.flatMap(({ date, place }) =>
    date >= today &&
    place?.providerId === session.place?.providerId &&
    place?.placeId !== session.place?.placeId &&
    place
      ? [place.placeId]
      : [],
  );
}
