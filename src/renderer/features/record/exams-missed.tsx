import { Callout } from '../../ui/feedback/callout.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Preview } from './form-problems.ts';
import styles from './record.module.css';

interface ExamsMissedProps {
  readonly exams: Preview['examsMissed'];
  readonly issued?: boolean;
}

/** Examinations and national tests that fall into the sessions out. */
export function ExamsMissed({ exams, issued = false }: ExamsMissedProps) {
  if (exams.length === 0) return null;
  return (
    <Callout
      tone="overdue"
      title={`${plural(exams.length, 'examination or test', 'examinations or tests')} ${issued ? 'missed' : 'would be missed'}`}
    >
      <ul className={styles.warnings}>
        {exams.map(({ name, date, slot }) => (
          <li key={`${name} ${date} ${slot}`}>
            {name}, <SessionText date={date} slot={slot} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
