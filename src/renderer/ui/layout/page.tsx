import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './page.module.css';

export interface PageProps {
  /** `form` keeps to 720 px; `free` (default) uses the whole width, for tables and boards. */
  readonly width?: 'free' | 'form' | undefined;
  readonly children: ReactNode;
}

/** The padding and rhythm of a page; starts with a PageHeader. */
export function Page({ width = 'free', children }: PageProps) {
  return <div className={classes(styles.page, width === 'form' && styles.form)}>{children}</div>;
}
