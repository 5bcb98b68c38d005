import type { ReactNode } from 'react';
import styles from './print.module.css';

/** Shown on paper alone, such as who printed it and when. */
export function PrintOnly({ children }: { readonly children: ReactNode }) {
  return <div className={styles.print}>{children}</div>;
}
