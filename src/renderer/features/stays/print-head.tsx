import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useOperation } from '../../api/client.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import styles from './register.module.css';

interface PrintHeadProps {
  readonly title: string;
  /** The provider. */
  readonly of: string;
  readonly date: string;
}

/** Head of the register on paper: provider, day, and who printed it when. */
export function PrintHead({ title, of, date }: PrintHeadProps) {
  const user = useOperation('session.get', {}).data?.userName;
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const note = () => flushSync(() => setAt(new Date().toISOString()));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return (
    <PrintOnly>
      <div className={styles.head}>
        <div>
          <div className={styles.of}>{of}</div>
          <div className={styles.title}>
            {title}, <DateText date={date} />
          </div>
        </div>
        <div className={styles.printed}>
          Printed {user ? `by ${user}, ` : null}
          <InstantText instant={at} />
          <br />
          Confidential: pupils’ data
        </div>
      </div>
    </PrintOnly>
  );
}
