import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { classes } from '../theme/classes.ts';
import styles from './working-list.module.css';

export interface WorkingListProps {
  readonly lines: readonly {
    readonly type: 'counted' | 'closed';
    /** "Fri 23 May 2025 pm", or "Half-term, Mon 26 May to Fri 30 May 2025". */
    readonly text: string;
    /** Half days this line counts, shown at the right. */
    readonly count?: number | undefined;
  }[];
  /** What the working comes to: "4 sessions (2 days), back Tue 3 June 2025 pm". */
  readonly total?: string | undefined;
  /** Names the list for screen readers. Default "How the days were counted". */
  readonly label?: string | undefined;
}

/** How days were counted: the sessions that count, and the closed days passed over with their reasons. */
export function WorkingList({ lines, total, label = 'How the days were counted' }: WorkingListProps) {
  return (
    <div>
      <ol className={styles.list} aria-label={label}>
        {lines.map((line) => (
          <li key={line.text} className={classes(styles.line, line.type === 'closed' && styles.closed)}>
            <span className={styles.sign} aria-hidden="true">
              {line.type === 'counted' ? '+' : '–'}
            </span>
            <span className={styles.text}>
              {line.type === 'counted' ? <VisuallyHidden>Counted: </VisuallyHidden> : null}
              {line.text}
            </span>
            {line.type === 'closed' ? <span className={styles.note}>not counted</span> : null}
            {line.count === undefined ? null : <span className={styles.number}>{line.count}</span>}
          </li>
        ))}
      </ol>
      {total ? <p className={styles.total}>{total}</p> : null}
    </div>
  );
}
