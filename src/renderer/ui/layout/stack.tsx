import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './page.module.css';

/** Steps of the 4 px grid: 1 = 4, 2 = 8, 3 = 12, 4 = 16, 6 = 24 px. */
export type Gap = 1 | 2 | 3 | 4 | 6;

/** Things under each other. */
export function Stack({ gap = 4, children }: { readonly gap?: Gap; readonly children: ReactNode }) {
  return <div className={classes(styles.stack, styles[`gap${gap}`])}>{children}</div>;
}
