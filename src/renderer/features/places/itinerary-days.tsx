import { useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ItineraryIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import { formatTime } from '../../ui/words/format.ts';
import { shortDay } from './board-view.ts';
import { CancelPlace } from './cancel-place.tsx';
import { HeldTag } from './held-tag.tsx';
import { byDay, othersAt, type ItinerarySession } from './itinerary.ts';
import { STANDINGS } from './standing.ts';
import type { Booking } from './use-booking.ts';
import type { Suggesting } from './use-suggestion.ts';
import styles from './itinerary.module.css';

interface ItineraryDaysProps {
  readonly label: string;
  /** The days to show. */
  readonly sessions: readonly ItinerarySession[];
  /** The whole itinerary. */
  readonly all: readonly ItinerarySession[];
  readonly today: string;
  readonly mayBook: boolean;
  readonly booking: Booking;
  readonly suggesting: Suggesting | undefined;
}

/** Days of an itinerary; the two halves of a day stand together, so that two venues within it are read at a glance. */
export function ItineraryDays(props: ItineraryDaysProps) {
  const { label, sessions, all, today, mayBook, booking, suggesting } = props;
  const [cancelling, setCancelling] = useState<string>();
  return (
    <ol className={styles.list} aria-label={label}>
      {byDay(sessions).map(({ date, day, sessions: halves, venues }) => (
        <li key={date} className={classes(styles.day, date < today && styles.past)}>
          <span className={styles.when}>
            <time dateTime={date}>
              {formatShortDate(date).slice(0, 3)} {shortDay(date)}
            </time>
            <span className={styles.quiet}>day {day}</span>
            {venues > 1 ? <span className={styles.quiet}>{venues} venues</span> : null}
          </span>
          <ul className={styles.halves}>
            {halves.map((session, at) => {
              const proposed = session.place ? undefined : suggesting?.at(session);
              // Two halves proposed at one provider are one line: there is nothing to be done about each alone.
              const joined = proposed !== undefined && halves.length === 2;
              const other = joined ? halves[1 - at] : undefined;
              const whole = other !== undefined && !other.place && suggesting?.at(other) === proposed;
              if (whole && at === 1) return null;
              return (
                <li key={session.slot} className={classes(styles.half, proposed && styles.proposed)}>
                  <span className={classes(styles.slot, whole && styles.wholeDay)}>
                    {whole ? 'am, pm' : session.slot}
                  </span>
                  {proposed ? (
                    <span className={styles.where}>
                      <span className={styles.provider}>{proposed.providerName}</span>
                      <StatusTag tone="held" icon={ItineraryIcon}>
                        Proposed
                      </StatusTag>
                    </span>
                  ) : (
                    <Where session={session} />
                  )}
                  {mayBook && session.place ? (
                    <CancelPlace
                      session={session}
                      others={othersAt(all, session, today)}
                      open={cancelling === session.place.placeId}
                      busy={booking.busy}
                      onOpen={() => setCancelling(session.place?.placeId)}
                      onClose={() => setCancelling(undefined)}
                      onCancel={async (placeIds, code, reason) => {
                        if (await booking.cancel(placeIds, code, reason)) setCancelling(undefined);
                      }}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Where({ session: { place, standing, words } }: { readonly session: ItinerarySession }) {
  const { label, tone } = STANDINGS[standing];
  // What it rests on is said once: "Booked" beside "Booked" tells nothing.
  const more = words !== label && standing !== 'uncovered' && standing !== 'booked' && standing !== 'held';
  return (
    <span className={styles.where}>
      {place ? (
        <span className={styles.provider}>
          <a href={`#/places/stays/${encodeURIComponent(place.placementId)}`}>{place.providerName}</a>
          {place.starts ? <span className={styles.quiet}> {formatTime(place.starts)}</span> : null}
        </span>
      ) : null}
      {standing === 'held' ? (
        <HeldTag until={place?.heldUntil} />
      ) : (
        <StatusTag tone={tone}>{label}</StatusTag>
      )}
      {more ? <span className={styles.quiet}>{words}</span> : null}
      {place?.escort ? <span className={styles.quiet}>with {place.escort}</span> : null}
    </span>
  );
}
