import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NextIcon, PreviousIcon } from '../../ui/icons.ts';
import { mondayOf, weekLabel } from './board-view.ts';
import styles from './board.module.css';

interface WeekBarProps {
  readonly monday: IsoDate;
  readonly today: IsoDate;
  readonly onChange: (monday: IsoDate) => void;
}

/** Which week the board shows, and the way to others. */
export function WeekBar({ monday, today, onChange }: WeekBarProps) {
  const thisWeek = mondayOf(today);
  return (
    <div className={styles.week} role="group" aria-label="Week">
      <IconButton
        icon={PreviousIcon}
        label="Week before"
        shortcut="PageUp"
        onClick={() => onChange(addDays(monday, -7))}
      />
      <IconButton
        icon={NextIcon}
        label="Week after"
        shortcut="PageDown"
        onClick={() => onChange(addDays(monday, 7))}
      />
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
    </div>
  );
}
