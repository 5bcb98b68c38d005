import { classes } from '../theme/classes.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** What is being done: "Reading 12 files". */
  readonly label: string;
  /** 0 to 1; left out while it cannot be known. */
  readonly fraction?: number | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** How far something is. */
export function ProgressBar({ label, fraction, hideLabel = false }: ProgressBarProps) {
  const percent = fraction === undefined ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div className={styles.progress}>
      {hideLabel ? null : (
        <div className={styles.head} aria-hidden="true">
          <span className={styles.label} title={label}>
            {label}
          </span>
          {percent === undefined ? null : <span className={styles.percent}>{percent} %</span>}
        </div>
      )}
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={classes(styles.fill, percent === undefined && styles.moving)}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
