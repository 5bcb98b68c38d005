import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import styles from './today.module.css';

/** The moment the sheet goes to the printer (UTC ISO). */
function usePrintTime(): string {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const note = () => flushSync(() => setAt(new Date().toISOString()));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return at;
}

/** Head of the sheet on paper: school, day, and who printed it when. */
export function SheetHead({ date }: { readonly date: string }) {
  const school = useOperation('setup.status', {}).data?.school?.name;
  const printedAt = usePrintTime();
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <PrintOnly>
      <div className={styles.head}>
        <div>
          <div className={styles.school}>{school}</div>
          <div className={styles.sheetTitle}>
            Morning sheet, <DateText date={date} />
          </div>
        </div>
        <div className={styles.printed}>
          Printed {user ? `by ${user}, ` : null}
          <InstantText instant={printedAt} />
          <br />
          Confidential: pupils’ data
        </div>
      </div>
    </PrintOnly>
  );
}
