import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './page.module.css';

export interface SplitLayoutProps {
  /** `form`: a form of 720 px and a live panel at its right. `queue`: a list of 320 px and the work at its right. */
  readonly kind: 'form' | 'queue';
  readonly aside: ReactNode;
  /** The side stays in view while the other scrolls, and scrolls by itself: only for what is read while one types. */
  readonly asideStays?: boolean | undefined;
  readonly children: ReactNode;
}

/** Two columns, under each other when there is no room. The order on the page is the order of reading. */
export function SplitLayout({ kind, aside, asideStays = false, children }: SplitLayoutProps) {
  const side = <div className={classes(styles.aside, asideStays && styles.stays)}>{aside}</div>;
  const main = <div className={classes(styles.stack, styles.gap4)}>{children}</div>;
  return (
    <div className={classes(styles.split, kind === 'queue' && styles.queue)}>
      {kind === 'queue' ? side : main}
      {kind === 'queue' ? main : side}
    </div>
  );
}
