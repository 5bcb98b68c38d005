import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded, appErrorOf } from '../../ui/feedback/loaded.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { BoardWork } from './board-work.tsx';
import { mondayOf } from './board-view.ts';
import { ItineraryPanel } from './itinerary-panel.tsx';
import type { Itinerary } from './itinerary.ts';
import { useBooking } from './use-booking.ts';
import { useMay } from '../../api/use-may.ts';
import { useView } from './use-view.ts';
import { WaitingQueue } from './waiting-queue.tsx';
import styles from './board.module.css';

/** Milliseconds between looks at what others have booked. */
const REFRESH = 15_000;

export interface PlacesPageProps {
  /** The exclusion whose pupil is picked, from the address. */
  readonly exclusionId?: string | undefined;
}

/** The board: who is waiting, what is free, and the itinerary that builds itself. */
export function PlacesPage({ exclusionId }: PlacesPageProps) {
  const navigate = useNavigate();
  const today = useToday();
  const mayBook = useMay('places.book');
  const booking = useBooking();
  const [view, setView] = useView();
  const queueList = useRef<HTMLUListElement>(null);
  // The focus goes to the board when somebody is picked, once: not again when the board is refreshed.
  const [focusFor, setFocusFor] = useState(exclusionId);
  const [week, setWeek] = useState<{ readonly of: string | undefined; readonly monday: string }>();

  const queue = useOperation('places.queue', {}, { refreshEvery: REFRESH });
  const picked = useOperation(
    'places.itinerary',
    { exclusionId: exclusionId ?? '' },
    { enabled: exclusionId !== undefined, refreshEvery: REFRESH },
  );
  // An exclusion that is not there any more leaves the board as it is with nobody picked.
  const pickedId = exclusionId !== undefined && !picked.error ? exclusionId : undefined;
  const monday = week && week.of === exclusionId ? week.monday : firstWeek(picked.data, today);
  const board = useOperation(
    'places.board',
    { from: monday, days: 5, ...(pickedId === undefined ? {} : { exclusionId: pickedId }) },
    {
      enabled: pickedId === undefined || picked.data !== undefined,
      keepPrevious: true,
      refreshEvery: REFRESH,
    },
  );

  const pick = (next: string) => {
    setFocusFor(next);
    booking.clearFailure();
    void navigate({ to: '/places', search: { exclusion: next }, replace: true });
  };
  const waiting = queue.data?.waiting;

  return (
    <div className={styles.page}>
      <PageHeader
        title="Places"
        keepFocus={exclusionId !== undefined}
        context={
          waiting === undefined
            ? undefined
            : waiting.length === 0
              ? 'Nobody is waiting for a place'
              : `${plural(waiting.length, 'pupil')} waiting for a place`
        }
        actions={
          <>
            <SegmentedChoice
              label="Show as"
              hideLabel
              value={view}
              onChange={setView}
              options={[
                { value: 'grid', label: 'Grid' },
                { value: 'list', label: 'List' },
              ]}
            />
            <ButtonLink to="/places/providers">Providers</ButtonLink>
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.queueArea}>
          <Panel title="Waiting" context="Most urgent first" flush>
            <Loaded query={queue} what="who is waiting">
              {({ waiting: list }) => (
                <WaitingQueue
                  ref={queueList}
                  waiting={list}
                  today={today}
                  exclusionId={exclusionId}
                  onPick={pick}
                />
              )}
            </Loaded>
          </Panel>
        </div>
        <div className={styles.boardArea}>
          {picked.error ? (
            <ErrorCallout title="The pupil could not be picked" error={appErrorOf(picked.error)} />
          ) : null}
          <Loaded query={board} what="the board">
            {(loaded) => (
              <BoardWork
                key={exclusionId}
                board={loaded}
                settled={!board.isPlaceholderData}
                view={view}
                monday={monday}
                onMonday={(next) => setWeek({ of: exclusionId, monday: next })}
                today={today}
                picked={picked.data}
                mayBook={mayBook}
                booking={booking}
                takeFocus={focusFor !== undefined && focusFor === exclusionId}
                onFocusTaken={() => setFocusFor(undefined)}
                onLeave={() => queueList.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
              />
            )}
          </Loaded>
        </div>
        {picked.data ? (
          <div className={styles.itineraryArea}>
            <ItineraryPanel itinerary={picked.data} today={today} mayBook={mayBook} booking={booking} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The week to begin with: of the first session to come without a place, else of the first to come, else this week. */
function firstWeek(itinerary: Itinerary | undefined, today: string): string {
  const coming = itinerary?.sessions.filter(({ date }) => date >= today) ?? [];
  const first = coming.find(({ place }) => place === undefined) ?? coming[0] ?? itinerary?.sessions.at(-1);
  return mondayOf(first?.date ?? today);
}
