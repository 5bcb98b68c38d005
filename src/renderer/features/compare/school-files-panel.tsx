import { figureWords } from '#shared/text/compare-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { SchoolFigures } from './types.ts';
import styles from './compare.module.css';

type File = SchoolFigures['files'][number];

const COLUMNS: readonly Column<File>[] = [
  { key: 'period', header: 'For', value: ({ period }) => period },
  {
    key: 'file',
    header: 'File',
    value: ({ fileName }) => fileName,
    render: ({ fileName }) => <span className={styles.file}>{fileName}</span>,
  },
  {
    key: 'received',
    header: 'Received',
    nowrap: true,
    value: ({ receivedAt }) => receivedAt,
    render: ({ receivedAt }) => <InstantText instant={receivedAt} />,
  },
  {
    key: 'fixed',
    header: 'Fixed period',
    numeric: true,
    value: ({ fixedPeriod }) => fixedPeriod,
    render: ({ fixedPeriod }) => figureWords(fixedPeriod),
  },
  { key: 'permanent', header: 'Permanent', numeric: true, value: ({ permanent }) => permanent },
  {
    key: 'state',
    header: 'State',
    render: ({ current, nil }) =>
      current ? (
        <StatusTag tone="done">{nil ? 'Counts, nil' : 'Counts'}</StatusTag>
      ) : (
        <StatusTag tone="closed">Replaced</StatusTag>
      ),
  },
];

/** What the school has sent, the newest first; a replaced return stays as history. */
export function SchoolFilesPanel({ files }: { readonly files: SchoolFigures['files'] }) {
  return (
    <Panel title="Files received" flush>
      <DataTable
        caption="Returns received from the school"
        columns={COLUMNS}
        rows={files}
        rowKey={({ id }) => id}
        maxHeight="calc(100vh - 300px)"
        empty={
          <EmptyState
            icon={InboxIcon}
            title="Nothing has come from this school"
            action={<ButtonLink to="/authority/import">Import returns</ButtonLink>}
          />
        }
      />
    </Panel>
  );
}
