import type { Session } from '#shared/domain/calendar/types.ts';
import { Button } from '../../ui/form/button.tsx';
import { HoldIcon } from '../../ui/icons.ts';
import { plural } from '../../ui/words/format.ts';
import type { Selection } from './selection.ts';
import styles from './board.module.css';

interface RunBarProps {
  readonly providerName: string | undefined;
  /** The sessions that Book would book. */
  readonly sessions: readonly Session[];
  readonly selection: Selection | undefined;
  /** The pupil has sessions to come without a place. */
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly onBook: (hold: boolean) => void;
  readonly onClear: () => void;
}

/** What Enter and H would do now, as buttons. */
export function RunBar({ providerName, sessions, selection, waiting, busy, onBook, onClear }: RunBarProps) {
  const count = sessions.length;
  const none = count === 0 || providerName === undefined;
  return (
    <div className={styles.run}>
      <p className={styles.runText} role="status">
        {selection
          ? `${plural(count, 'session')} selected at ${providerName ?? ''}`
          : !waiting
            ? 'Every session to come is covered'
            : none
              ? 'Can take none of the sessions this week'
              : `Can take ${plural(count, 'session')} this week`}
      </p>
      <div className={styles.runButtons}>
        {selection ? (
          <Button variant="quiet" shortcut="Escape" onClick={onClear}>
            Clear
          </Button>
        ) : null}
        <Button
          icon={HoldIcon}
          shortcut="H"
          loading={busy}
          disabled={none}
          disabledReason="Move to a provider that can take the pupil"
          onClick={() => onBook(true)}
        >
          Hold
        </Button>
        <Button
          variant="primary"
          shortcut="Enter"
          loading={busy}
          disabled={none}
          disabledReason="Move to a provider that can take the pupil"
          onClick={() => onBook(false)}
        >
          {none ? 'Book' : `Book ${plural(count, 'session')}`}
        </Button>
      </div>
    </div>
  );
}
