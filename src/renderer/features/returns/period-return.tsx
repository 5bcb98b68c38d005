import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PrintHead } from './print-head.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import type { Period, ShownReceipt } from './types.ts';
import styles from './returns.module.css';

/** One period: the return, its receipt, its problems, its records and its history. */
export function PeriodReturn({ period, today }: { readonly period: Period; readonly today: string }) {
  const check = useOperation('returns.check', { period });
  const [shown, setShown] = useState<ShownReceipt>();
  return (
    <Loaded query={check} what="the records of the period">
      {(result) => (
        <>
          <PrintHead title={shown ? 'Receipt of a return' : `Records of the ${period.name}`} />
          <ScreenOnly>
            <SummaryPanel period={period} check={result} today={today} onDone={setShown} />
          </ScreenOnly>
          {shown ? <ReceiptPanel {...shown} onClose={() => setShown(undefined)} /> : null}
          <div className={shown ? styles.notPrinted : styles.rest}>
            {result.errors + result.queries > 0 ? <ProblemsPanel check={result} /> : null}
            <RecordsPanel check={result} period={period} />
            <ScreenOnly>
              <HistoryPanel onShow={(receipt) => setShown({ receipt, fileId: undefined })} />
            </ScreenOnly>
          </div>
        </>
      )}
    </Loaded>
  );
}
