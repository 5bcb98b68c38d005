import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

/** The latest figures of attendance; nothing while none is noted. */
export function AttendancePanel({ figures }: { readonly figures: Entry['attendance'] }) {
  if (figures.length === 0) return null;
  return (
    <Panel title="Attendance" context="Up to each day, the latest first">
      <ul className={styles.tight}>
        {figures.map(({ on, percent, source }) => (
          <li key={on}>
            <strong>{percent.toLocaleString('en-GB')}%</strong> <DateText date={on} form="short" />{' '}
            <span className={styles.quiet}>{source}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
