import { useOperation } from '../../api/client.ts';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import styles from './authority.module.css';

/** What is printed, who printed it and when; the title of the page says whose it is. */
export function PrintHead({ title }: { readonly title: string }) {
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <PrintOnly>
      <div className={styles.printHead}>
        <span>{title}</span>
        <span className={styles.printed}>
          Printed {user ? `by ${user}, ` : null}
          <InstantText instant={new Date().toISOString()} />
        </span>
      </div>
    </PrintOnly>
  );
}
