import { ProgressBar } from '../feedback/progress-bar.tsx';
import { DateText } from '../words/date-text.tsx';
import styles from './support.module.css';
import type { Course } from './types.ts';

/** How far a pupil is in each course, wherever its sessions were: it goes on from place to place. */
export function CourseList({ courses }: { readonly courses: readonly Course[] }) {
  return (
    <ul className={styles.plain}>
      {courses.map(({ course, done, total, lastOn, at }) => (
        <li key={course}>
          <strong>{course}</strong>: {done} of {total}
          {done >= total ? ', completed' : '; goes on at the next stay'}
          <ProgressBar label={`${course}: ${done} of ${total}`} fraction={done / total} hideLabel />
          <span className={styles.under}>
            Last on <DateText date={lastOn} />, at {at.join(', then ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
