import { changeWords, countsWords, formatWords } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { HistoryIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { Fingerprint } from './fingerprint.tsx';
import type { Receipt } from './types.ts';
import styles from './returns.module.css';

interface Version extends Receipt {
  /** What changed since the version before; undefined for the first. */
  readonly change: string | undefined;
}

/** Each receipt with what it changed against the version before it of the same period. */
function withChanges(receipts: readonly Receipt[]): readonly Version[] {
  return receipts.map((receipt) => {
    const before = receipts.find(
      ({ period, version }) =>
        period.from === receipt.period.from &&
        period.to === receipt.period.to &&
        version === receipt.version - 1,
    );
    return { ...receipt, change: before && changeWords(before.counts, receipt.counts) };
  });
}

const COLUMNS: readonly Column<Version>[] = [
  { key: 'period', header: 'Period', nowrap: true, value: ({ period }) => period.name },
  { key: 'version', header: 'Version', numeric: true, value: ({ version }) => version },
  { key: 'holds', header: 'Holds', render: ({ counts }) => countsWords(counts) },
  {
    key: 'change',
    header: 'Change',
    width: '17%',
    render: ({ change }) => change ?? 'First',
  },
  {
    key: 'file',
    header: 'File and fingerprint',
    width: '26%',
    render: ({ fileName, sha256, format, sealedFor }) => (
      <>
        <div className={styles.file}>{fileName}</div>
        <div className={styles.print}>
          {formatWords(format)}
          {sealedFor ? ', sealed' : null}
          <Fingerprint sha256={sha256} />
        </div>
      </>
    ),
  },
  {
    key: 'when',
    header: 'Written',
    width: '17%',
    value: ({ exportedAt }) => exportedAt,
    render: ({ exportedAt, exportedBy }) => (
      <>
        <InstantText instant={exportedAt} />
        <div className={styles.muted}>{exportedBy}</div>
      </>
    ),
  },
];

/** Every return that was made, newest first; a row opens its receipt. */
export function HistoryPanel({ onShow }: { readonly onShow: (receipt: Receipt) => void }) {
  const history = useOperation('returns.history', {});
  return (
    <Panel title="Returns made before" flush>
      <Loaded query={history} what="the returns made before">
        {({ receipts }) => (
          <DataTable
            caption="Returns made before, newest first; open one for its receipt and what altered"
            columns={COLUMNS}
            rows={withChanges(receipts)}
            rowKey={({ id }) => id}
            onOpen={({ change: _change, ...receipt }) => onShow(receipt)}
            empty={
              <EmptyState icon={HistoryIcon} title="No return has been made yet">
                Each return you make is kept here with its receipt.
              </EmptyState>
            }
            maxHeight="44vh"
          />
        )}
      </Loaded>
    </Panel>
  );
}
