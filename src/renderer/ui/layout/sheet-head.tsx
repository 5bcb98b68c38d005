import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { InstantText } from '../words/instant-text.tsx';
import { PrintOnly } from '../words/print-only.tsx';
import styles from './sheet-head.module.css';

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

export interface SheetHeadProps {
  /** Whose sheet it is: the school, or a provider. */
  readonly of: string | undefined;
  readonly title: ReactNode;
  readonly printedBy: string | undefined;
  /** What is confidential about it. Default: pupils’ data. */
  readonly confidential?: string | undefined;
}

/** Head of a sheet on paper, with who printed it when. */
export function SheetHead({ of, title, printedBy, confidential = 'pupils’ data' }: SheetHeadProps) {
  const printedAt = usePrintTime();
  return (
    <PrintOnly>
      <div className={styles.head} data-sheet-head>
        <div>
          <div className={styles.of}>{of}</div>
          <div className={styles.title}>{title}</div>
        </div>
        <div className={styles.printed}>
          Printed {printedBy ? `by ${printedBy}, ` : null}
          <InstantText instant={printedAt} />
          <br />
          Confidential: {confidential}
        </div>
      </div>
    </PrintOnly>
  );
}
