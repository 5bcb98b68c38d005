import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './comparators.module.css';

/** What is printed, whose it is and who printed it on which day. Nothing of it is of a pupil. */
export function PrintLine({ of, title }: { readonly of: string; readonly title: string }) {
  const today = useToday();
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <PrintOnly>
      <div className={styles.printLine}>
        <span>
          {of}: {title}
        </span>
        <span>
          Printed {user ? `by ${user}, ` : null}
          <DateText date={today} />
        </span>
      </div>
    </PrintOnly>
  );
}
