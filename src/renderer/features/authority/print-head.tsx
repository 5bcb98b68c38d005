import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './authority.module.css';

/** What is printed, who printed it on which day; the title of the page says whose it is. */
export function PrintHead({ title }: { readonly title: string }) {
  const today = useToday();
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <PrintOnly>
      <div className={styles.printHead}>
        <span>{title}</span>
        <span className={styles.printed}>
          Printed {user ? `by ${user}, ` : null}
          <DateText date={today} />
        </span>
      </div>
    </PrintOnly>
  );
}
