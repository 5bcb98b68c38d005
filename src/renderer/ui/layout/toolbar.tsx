import type { ReactNode } from 'react';
import styles from './page.module.css';

export interface ToolbarProps {
  /** Filters, at the left. */
  readonly children: ReactNode;
  /** Commands, at the right. */
  readonly actions?: ReactNode;
  readonly label: string;
}

/** Filters and commands above a table or a board. Left off paper. */
export function Toolbar({ children, actions, label }: ToolbarProps) {
  return (
    <div className={styles.toolbar} role="group" aria-label={label}>
      {children}
      <div className={styles.grow} />
      {actions}
    </div>
  );
}
