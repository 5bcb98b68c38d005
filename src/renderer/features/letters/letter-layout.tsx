import type { ReactNode } from 'react';
import styles from './letters.module.css';

interface LetterLayoutProps {
  readonly paper: ReactNode;
  readonly children: ReactNode;
}

/** The paper at the left, the work on it at the right; on a narrow window the work comes under the paper. */
export function LetterLayout({ paper, children }: LetterLayoutProps) {
  return (
    <div className={styles.layout}>
      <div className={styles.desk}>{paper}</div>
      <div className={styles.side}>{children}</div>
    </div>
  );
}
