import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import type { Gap } from './stack.tsx';
import styles from './page.module.css';

export interface RowProps {
  readonly gap?: Gap | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly justify?: 'start' | 'between' | 'end' | undefined;
  readonly children: ReactNode;
}

/** Things side by side, wrapping when there is no room. */
export function Row({ gap = 2, align = 'center', justify = 'start', children }: RowProps) {
  const alignments = { start: styles.alignStart, center: styles.alignCenter, end: styles.alignEnd };
  const justifications = { start: undefined, between: styles.justifyBetween, end: styles.justifyEnd };
  return (
    <div className={classes(styles.row, styles[`gap${gap}`], alignments[align], justifications[justify])}>
      {children}
    </div>
  );
}
