import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  /** What opens: "Show the working". */
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** Details for those who want them, one press away. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
