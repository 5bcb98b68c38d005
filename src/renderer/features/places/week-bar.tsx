import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NextIcon, PreviousIcon } from '../../ui/icons.ts';
import { mondayOf, weekLabel } from './board-view.ts';
import styles from './board.module.css';

interface WeekBarProps {
  readonly monday: IsoDate;
  readonly today: IsoDate;
  /** The first session to come that the picked pupil has no place for. */
  readonly next: Session | undefined;
  readonly onChange: (monday: IsoDate) => void;
}

/** Which week the board shows, and the way to others. */
export function WeekBar({ monday, today, next, onChange }: WeekBarProps) {
  const thisWeek = mondayOf(today);
  return (
    <div className={styles.week} role="group" aria-label="Week">
      <IconButton icon={PreviousIcon} label="Week before" onClick={() => onChange(addDays(monday, -7))} />
      <IconButton icon={NextIcon} label="Week after" onClick={() => onChange(addDays(monday, 7))} />
      <strong className={styles.weekLabel} aria-live="polite">
        {weekLabel(monday)}
      </strong>
      {monday === thisWeek ? (
        <span className={styles.quiet}>This week</span>
      ) : (
        <Button size="small" variant="quiet" onClick={() => onChange(thisWeek)}>
          Go to this week
        </Button>
      )}
      {next && mondayOf(next.date) !== monday ? (
        <Button size="small" variant="quiet" onClick={() => onChange(mondayOf(next.date))}>
          {`Go to ${sayShortSession(next)}, the next without a place`}
        </Button>
      ) : null}
    </div>
  );
}
