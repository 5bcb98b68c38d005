import { useRef } from 'react';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { useMay } from '../../api/use-may.ts';
import type { Itinerary } from './itinerary.ts';
import { ItineraryDays } from './itinerary-days.tsx';
import { ItineraryHours } from './itinerary-hours.tsx';
import { openSessionsOf } from './picked.ts';
import { SuggestionBox } from './suggestion-box.tsx';
import type { Booking } from './use-booking.ts';
import { useSuggestion } from './use-suggestion.ts';
import { WithoutBox } from './without-box.tsx';
import styles from './itinerary.module.css';

interface ItineraryPanelProps {
  readonly itinerary: Itinerary;
  readonly today: string;
  readonly mayBook: boolean;
  readonly booking: Booking;
  /** The suggestion takes the focus. */
  readonly takeFocus: boolean;
  readonly onFocusTaken: () => void;
  /** What can be done where there is no place stands beside the panel. */
  readonly noPlaceOpen: boolean;
  readonly onNoPlace: () => void;
}

/** Where the picked pupil is, session by session, and the itinerary suggested for the rest. */
export function ItineraryPanel(props: ItineraryPanelProps) {
  const { itinerary, today, mayBook, booking, takeFocus, onFocusTaken, noPlaceOpen, onNoPlace } = props;
  const personName = usePersonName();
  const mayViewPupils = useMay('pupils.view');
  const mayViewCase = useMay('exclusions.view');
  const { missed, sessions } = itinerary;
  const open = openSessionsOf(itinerary, today);
  const bookButton = useRef<HTMLButtonElement>(null);
  const escortField = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  const suggesting = useSuggestion({
    exclusionId: itinerary.exclusionId,
    wanted: open.length > 0,
    mayBook,
    booking,
    takeFocus,
    onFocusTaken,
    bookButton,
    escortField,
    onBooked: () => summary.current?.focus(),
  });
  const holds = sessions.flatMap(({ place }) => (place?.state === 'held' ? [place.placeId] : []));
  const past = sessions.filter(({ date }) => date < today);
  const days = { all: sessions, today, mayBook, booking };
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
      <p ref={summary} className={styles.summary} role="status" tabIndex={-1}>
        {open.length > 0 ? (
          <StatusTag tone="overdue">{`${plural(open.length, 'session')} without a place`}</StatusTag>
        ) : (
          <StatusTag tone="done">Every session to come is covered</StatusTag>
        )}
      </p>
      {open.length > 0 ? (
        <>
          <SuggestionBox
            suggesting={suggesting}
            mayBook={mayBook}
            busy={booking.busy}
            bookButton={bookButton}
            escortField={escortField}
          />
          <WithoutBox without={suggesting.without} open={noPlaceOpen} onOpen={onNoPlace} />
        </>
      ) : null}
      {sessions.length === 0 ? (
        <p className={styles.summary}>This exclusion misses no session, so it needs no place.</p>
      ) : (
        <>
          {past.length > 0 ? (
            <div className={styles.gone}>
              <Disclosure
                summary={`${plural(past.length, 'past session')}${missed > 0 ? `, ${String(missed)} without a place` : ''}`}
              >
                <ItineraryDays label="Past sessions" sessions={past} suggesting={undefined} {...days} />
              </Disclosure>
            </div>
          ) : null}
          <ItineraryDays
            label="Itinerary"
            sessions={sessions.slice(past.length)}
            suggesting={open.length > 0 ? suggesting : undefined}
            {...days}
          />
          <ItineraryHours hours={itinerary.hours} />
          {mayBook && suggesting.without.length === 0 ? (
            <p className={styles.more}>
              <Button size="small" variant="quiet" expanded={noPlaceOpen} onClick={onNoPlace}>
                Wait lists, enquiries, next free
              </Button>
            </p>
          ) : null}
        </>
      )}
    </Panel>
  );
}
