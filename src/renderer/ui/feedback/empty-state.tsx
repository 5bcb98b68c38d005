import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: Icon;
  /** "Nobody is out today" */
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** In the place of a list that has nothing in it. */
export function EmptyState({ icon: IconOf, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <IconOf size={32} stroke={1.5} className={styles.icon} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
