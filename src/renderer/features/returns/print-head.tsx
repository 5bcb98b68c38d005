import { useOperation } from '../../api/client.ts';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import styles from './returns.module.css';

/** Head of what is printed: whose it is, what it is, who printed it and when. */
export function PrintHead({ title }: { readonly title: string }) {
  const school = useOperation('setup.status', {}).data?.school?.name;
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
          <InstantText instant={new Date().toISOString()} />
        </div>
      </div>
    </PrintOnly>
  );
}
