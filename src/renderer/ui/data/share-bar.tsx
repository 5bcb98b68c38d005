import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import styles from './share-bar.module.css';

/** Below so many a percentage says more than is known: the count stands alone. */
const FEW = 10;

export interface ShareBarProps {
  readonly part: number;
  readonly all: number;
  /** The bar is of something that should be small. */
  readonly bad?: boolean | undefined;
}

/** A share as a bar with its count in words: "34 of 50, 68%"; of a few the count alone, and of none a dash. */
export function ShareBar({ part, all, bad }: ShareBarProps) {
  if (all === 0) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>none</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className={styles.share}>
      <span className={styles.words}>
        {part.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')}
        {all < FEW ? <span className={styles.few}> few</span> : <>, {((part / all) * 100).toFixed(0)}%</>}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={classes(styles.bar, bad && styles.bad)}
          style={{ width: `${(Math.min(part, all) / all) * 100}%` }}
        />
      </span>
    </span>
  );
}
