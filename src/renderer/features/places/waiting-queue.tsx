import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import styles from './queue.module.css';

type Waiting = OperationOutput<'places.queue'>['waiting'][number];

interface WaitingQueueProps {
  readonly waiting: readonly Waiting[];
  readonly today: string;
  readonly exclusionId: string | undefined;
  readonly onPick: (exclusionId: string) => void;
  readonly ref: RefObject<HTMLUListElement | null>;
}

/** Excluded pupils with sessions that nobody has a place for, most urgent first. Arrow keys move, Enter picks. */
export function WaitingQueue({ waiting, today, exclusionId, onPick, ref }: WaitingQueueProps) {
  const shown = waiting.some((one) => one.exclusionId === exclusionId);
  useEffect(() => {
    const list = ref.current;
    if (!shown || !list) return undefined;
    // The itinerary comes a moment later and takes room from the list: the pupil stays in sight.
    const seen = new ResizeObserver(() =>
      list.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
    seen.observe(list.closest('section')?.parentElement ?? list);
    return () => seen.disconnect();
  }, [shown, exclusionId, ref]);
  if (waiting.length === 0) {
    return (
      <EmptyState icon={DoneIcon} title="Nobody is waiting">
        Every excluded pupil has a place for every session to come.
      </EmptyState>
    );
  }
  const at = waiting.findIndex((one) => one.exclusionId === exclusionId);
  const inTabOrder = Math.max(at, 0);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])];
    const from = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
  };

  return (
    <ul ref={ref} className={styles.queue}>
      {waiting.map((one, index) => (
        <li key={one.exclusionId}>
          <button
            type="button"
            className={classes(styles.person, one.exclusionId === exclusionId && styles.picked)}
            aria-pressed={one.exclusionId === exclusionId}
            tabIndex={index === inTabOrder ? 0 : -1}
            onKeyDown={move}
            onClick={() => onPick(one.exclusionId)}
          >
            <span className={styles.name}>
              <PersonName name={one.name} />
              {one.form ? <span className={styles.form}>{one.form}</span> : null}
            </span>
            <span className={styles.title}>{one.title}</span>
            <span className={styles.needs}>
              <StatusTag tone={one.firstUncovered.date <= today ? 'overdue' : 'due'}>
                {`${String(one.uncovered)} without a place`}
              </StatusTag>
              {one.inCare ? <StatusTag tone="info">Looked after</StatusTag> : null}
            </span>
            <span className={styles.title}>
              First needed {formatShortDate(one.firstUncovered.date)} {one.firstUncovered.slot}
              {one.missed > 0 ? `; ${plural(one.missed, 'session')} missed` : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
