import { IconAlertTriangle } from '@tabler/icons-react';
import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import styles from './meter-bar.module.css';

export interface MeterMark {
  readonly at: number;
  /** What begins beyond it: "governors must meet". */
  readonly meaning?: string | undefined;
}

export interface MeterBarProps {
  /** "This term" */
  readonly label: string;
  /** Days before this exclusion, and with it. Halves are allowed. */
  readonly before: number;
  readonly after: number;
  /** Length of the bar in days. Default 45, or more where the total is more. */
  readonly max?: number | undefined;
  readonly marks: readonly MeterMark[];
}

/** A total against its limits: how far it was, how far this takes it, which marks it passes. Words say the same. */
export function MeterBar({ label, before, after, max = 45, marks }: MeterBarProps) {
  const end = Math.max(max, before, after);
  const at = (days: number) => `${(days / end) * 100}%`;
  const passed = marks.filter((mark) => before <= mark.at && after > mark.at);
  const shown = marks.filter((mark) => mark.at <= end);
  return (
    <div className={styles.meter}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        <span className={styles.numbers}>
          {before === after ? (
            inDays(after)
          ) : (
            <>
              {before} <span aria-hidden="true">→</span>
              <VisuallyHidden>days, becoming</VisuallyHidden> <strong>{inDays(after)}</strong>
            </>
          )}
        </span>
      </div>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.before} style={{ width: at(Math.min(before, after)) }} />
        <div
          className={classes(styles.after, passed.length > 0 && styles.crossed)}
          style={{ left: at(Math.min(before, after)), width: at(Math.abs(after - before)) }}
        />
        {shown.map((mark) => (
          <div key={mark.at} className={styles.mark} style={{ left: `calc(${at(mark.at)} - 1px)` }} />
        ))}
      </div>
      <div className={styles.scale} aria-hidden="true">
        {shown.map((mark) => (
          <span
            key={mark.at}
            className={classes(mark.at > end * 0.97 && styles.last)}
            style={{ left: at(mark.at) }}
          >
            {mark.at}
          </span>
        ))}
      </div>
      {passed.map((mark) => (
        <div key={mark.at} className={classes(styles.text, styles.passes)}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <span>
            Passes {mark.at} days{mark.meaning ? `: ${mark.meaning}` : ''}
          </span>
        </div>
      ))}
    </div>
  );
}

function inDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
