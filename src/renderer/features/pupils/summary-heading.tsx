import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './pupil.module.css';

/** Head of the printed summary: whose it is, of which day, who printed it. */
export function SummaryHeading() {
  const school = useOperation('setup.status', {}).data?.school;
  const user = useOperation('session.get', {}).data?.userName;
  const today = useToday();
  return (
    <PrintOnly>
      <div className={styles.letterhead}>
        <strong>{school?.name}</strong>
        <span>Pupil summary</span>
        <span>
          Printed {user ? `by ${user}, ` : null}
          <DateText date={today} />
        </span>
      </div>
    </PrintOnly>
  );
}
