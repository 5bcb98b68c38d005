import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded, appErrorOf } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { BoardWork } from './board-work.tsx';
import { mondayOf } from './board-view.ts';
import { ItineraryPanel } from './itinerary-panel.tsx';
import type { Itinerary } from './itinerary.ts';
import { NoPlacePanel } from './no-place-panel.tsx';
import { boardForOther } from './other-board.ts';
import { OtherPupilCard } from './other-pupil-card.tsx';
import { OtherPupilPanel } from './other-pupil-panel.tsx';
import { openSessionsOf, type OtherPupil, type Picked } from './picked.ts';
import { useBooking } from './use-booking.ts';
import { useOtherPupil } from './use-other-pupil.ts';
import { useView } from './use-view.ts';
import { WaitingQueue } from './waiting-queue.tsx';
import styles from './board.module.css';

/** Milliseconds between looks at what others have booked. */
const REFRESH = 15_000;

export interface PlacesPageProps {
  /** The exclusion whose pupil is picked, from the address. */
  readonly exclusionId?: string | undefined;
  /** Instead of it: a pupil who is not excluded. */
  readonly other?: { readonly pupilId: string; readonly purpose: OtherPupil['purpose'] } | undefined;
  /** The user came to book what is suggested: that takes the focus. */
  readonly toSuggestion?: boolean | undefined;
}

/** The board: who is waiting, what is free, and the itinerary that builds itself. */
export function PlacesPage({ exclusionId, other, toSuggestion = false }: PlacesPageProps) {
  const navigate = useNavigate();
  const today = useToday();
  const mayBook = useMay('places.book');
  const booking = useBooking();
  const [view, setView] = useView();
  const queueList = useRef<HTMLUListElement>(null);
  const asked = exclusionId ?? (other && `${other.purpose} ${other.pupilId}`);
  // The focus goes to the board, or to the suggestion, when somebody is picked: once, not again at each refresh.
  const [focusFor, setFocusFor] = useState(asked);
  const [week, setWeek] = useState<{ readonly of: string | undefined; readonly monday: string }>();
  const [beside, setBeside] = useState<{
    readonly of: string | undefined;
    readonly what: 'no-place' | 'other';
  }>();

  const queue = useOperation('places.queue', {}, { refreshEvery: REFRESH });
  const itinerary = useOperation(
    'places.itinerary',
    { exclusionId: exclusionId ?? '' },
    { enabled: exclusionId !== undefined, refreshEvery: REFRESH },
  );
  const otherPupil = useOtherPupil(exclusionId === undefined ? other : undefined);
  // An exclusion that is not there any more leaves the board as it is with nobody picked.
  const pickedId = exclusionId !== undefined && !itinerary.error ? exclusionId : undefined;
  const picked: Picked | undefined =
    pickedId !== undefined && itinerary.data
      ? { type: 'excluded', itinerary: itinerary.data }
      : otherPupil && { type: 'other', pupil: otherPupil };
  // Whoever waits has a first week in the queue: the board need not wait for the itinerary to know it.
  const needed = queue.data?.waiting.find((one) => one.exclusionId === exclusionId)?.firstUncovered.date;
  const monday =
    week && week.of === asked
      ? week.monday
      : itinerary.data === undefined && needed !== undefined
        ? mondayOf(needed)
        : firstWeek(itinerary.data, today);
  const board = useOperation(
    'places.board',
    { from: monday, days: 5, ...(pickedId === undefined ? {} : { exclusionId: pickedId }) },
    {
      enabled: pickedId === undefined || itinerary.data !== undefined || needed !== undefined,
      keepPrevious: true,
      refreshEvery: REFRESH,
    },
  );
  const shown = useMemo(
    () => (board.data && otherPupil ? boardForOther(board.data, otherPupil.pupilId, today) : board.data),
    [board.data, otherPupil, today],
  );

  const leave = (
    search: { exclusion?: string; pupil?: string; purpose?: OtherPupil['purpose']; suggest?: true },
    next?: string,
  ) => {
    setFocusFor(next);
    setBeside(undefined);
    booking.clear();
    void navigate({ to: '/places', search, replace: true });
  };
  const pick = (next: string) => leave({ exclusion: next }, next);
  // From pupil to pupil with one key: the next in the queue, with what is suggested ready to be booked.
  const next = nextWaiting(queue.data?.waiting ?? [], exclusionId);
  useHotkey('P', () => next && leave({ exclusion: next, suggest: true }, next), {
    enabled: next !== undefined && mayBook,
    description: 'The next pupil without a place, and what is suggested',
  });
  const showWeek = (date: string | undefined) => {
    setBeside(undefined);
    if (date !== undefined) setWeek({ of: asked, monday: mondayOf(date) });
  };
  const waiting = queue.data?.waiting;
  const takeFocus = focusFor !== undefined && focusFor === asked;
  const focusTaken = () => setFocusFor(undefined);
  const open = beside?.of === asked ? beside?.what : undefined;

  return (
    <div className={styles.page}>
      <PageHeader
        title="Places"
        keepFocus={asked !== undefined}
        status={
          waiting === undefined ? null : waiting.length === 0 ? (
            <StatusTag tone="done">Nobody is waiting for a place</StatusTag>
          ) : (
            <StatusTag tone="due">{`${plural(waiting.length, 'pupil')} waiting for a place`}</StatusTag>
          )
        }
        actions={
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
        }
      />
      <div className={styles.columns}>
        <div className={styles.queueArea}>
          <Panel
            title="Waiting"
            context="Most urgent first"
            actions={
              mayBook ? (
                <Button
                  size="small"
                  variant="quiet"
                  expanded={open === 'other'}
                  onClick={() => setBeside(open === 'other' ? undefined : { of: asked, what: 'other' })}
                >
                  Not excluded…
                </Button>
              ) : undefined
            }
            flush
          >
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
          {itinerary.error && exclusionId !== undefined ? (
            <ErrorCallout title="The pupil could not be picked" error={appErrorOf(itinerary.error)} />
          ) : null}
          {open === 'other' ? (
            <OtherPupilPanel
              onBoard={() => setBeside(undefined)}
              onPick={(pupilId, purpose) => leave({ pupil: pupilId, purpose }, `${purpose} ${pupilId}`)}
            />
          ) : open === 'no-place' && picked?.type === 'excluded' ? (
            <NoPlacePanel itinerary={picked.itinerary} today={today} mayBook={mayBook} onBoard={showWeek} />
          ) : (
            <Loaded query={{ ...board, data: shown }} what="the board">
              {(loaded) => (
                <BoardWork
                  key={asked}
                  board={loaded}
                  settled={!board.isPlaceholderData}
                  view={view}
                  monday={monday}
                  onMonday={(to) => setWeek({ of: asked, monday: to })}
                  today={today}
                  picked={picked}
                  mayBook={mayBook}
                  booking={booking}
                  takeFocus={takeFocus && !toSuggestion}
                  onFocusTaken={focusTaken}
                  onLeave={() => queueList.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
                />
              )}
            </Loaded>
          )}
        </div>
        {picked ? (
          <div className={styles.itineraryArea}>
            {picked.type === 'excluded' ? (
              <ItineraryPanel
                key={picked.itinerary.exclusionId}
                itinerary={picked.itinerary}
                today={today}
                mayBook={mayBook}
                booking={booking}
                takeFocus={takeFocus && toSuggestion}
                onFocusTaken={focusTaken}
                noPlaceOpen={open === 'no-place'}
                onNoPlace={() => setBeside(open === 'no-place' ? undefined : { of: asked, what: 'no-place' })}
              />
            ) : (
              <OtherPupilCard pupil={picked.pupil} onLeave={() => leave({})} />
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The one after the picked pupil in the queue, round to the first. */
function nextWaiting(
  waiting: readonly { readonly exclusionId: string }[],
  picked: string | undefined,
): string | undefined {
  const at = waiting.findIndex(({ exclusionId }) => exclusionId === picked);
  return waiting[(at + 1) % Math.max(1, waiting.length)]?.exclusionId;
}

/** The week to begin with: of the first session to come without a place, else of the first to come, else this week. */
function firstWeek(itinerary: Itinerary | undefined, today: string): string {
  const open = itinerary ? openSessionsOf(itinerary, today) : [];
  const first =
    open[0] ?? itinerary?.sessions.find(({ date }) => date >= today) ?? itinerary?.sessions.at(-1);
  return mondayOf(first?.date ?? today);
}
