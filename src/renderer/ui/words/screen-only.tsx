import type { ReactNode } from 'react';
import styles from './print.module.css';

/** Left off paper, such as buttons and filters. */
export function ScreenOnly({ children }: { readonly children: ReactNode }) {
  return <div className={styles.screen}>{children}</div>;
}
