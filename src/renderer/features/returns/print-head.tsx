import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './returns.module.css';

/** Head of what is printed: whose it is, what it is, who printed it on which day. */
export function PrintHead({ title }: { readonly title: string }) {
  const school = useOperation('setup.status', {}).data?.school?.name;
  const today = useToday();
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <PrintOnly>
      <div className={styles.printHead}>
        <div>
          <div className={styles.printSchool}>{school}</div>
          <div>{title}</div>
        </div>
        <div className={styles.printed}>
          Printed {user ? `by ${user}, ` : null}
          <DateText date={today} />
        </div>
      </div>
    </PrintOnly>
  );
}
