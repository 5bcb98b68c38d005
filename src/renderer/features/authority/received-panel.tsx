import { useEffect, useRef } from 'react';
import { countsWords, formatWords, shortFingerprint } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { InboxIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import type { ReceivedFile, SchoolRow } from './types.ts';
import styles from './authority.module.css';

const COLUMNS: readonly Column<ReceivedFile>[] = [
  { key: 'period', header: 'Census', width: '170px', nowrap: true, value: ({ period }) => period },
  {
    key: 'current',
    header: 'State',
    width: '120px',
    value: ({ current }) => Number(!current),
    render: ({ id, current, replacesId }) => (
      <>
        {current ? <StatusTag tone="done">Counts</StatusTag> : <StatusTag tone="closed">Replaced</StatusTag>}
        {replacesId === null ? null : (
          <div>
            <TextLink to="/authority/received/$receivedId/differences" params={{ receivedId: id }}>
              What it changed
            </TextLink>
          </div>
        )}
      </>
    ),
  },
  { key: 'holds', header: 'Holds', render: ({ counts }) => countsWords(counts) },
  {
    key: 'file',
    header: 'File',
    value: ({ fileName }) => fileName,
    render: ({ fileName, sha256, format, sealed }) => (
      <>
        <span className={styles.file}>{fileName}</span>
        <div className={styles.muted}>
          {formatWords(format)}
          {sealed ? ', sealed' : null}, fingerprint{' '}
          <code title={sha256} className={styles.fingerprint}>
            {shortFingerprint(sha256)}
          </code>
        </div>
      </>
    ),
  },
  {
    key: 'when',
    header: 'Received',
    width: '220px',
    value: ({ receivedAt }) => receivedAt,
    render: ({ receivedAt, receivedBy }) => (
      <>
        <InstantText instant={receivedAt} />
        <div className={styles.muted}>{receivedBy}</div>
      </>
    ),
  },
];

/** The files received from one school, newest first, those replaced among them. */
export function ReceivedPanel({
  school,
  onClose,
}: {
  readonly school: SchoolRow;
  readonly onClose: () => void;
}) {
  const received = useOperation('authority.received', { laEstab: school.laEstab });
  const box = useRef<HTMLDivElement>(null);
  useHotkey('Escape', onClose, { description: 'Close the files of the school' });
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <ScreenOnly>
      <div ref={box} tabIndex={-1} className={styles.received}>
        <Panel
          title={school.name}
          context={`Files received from ${school.laEstab}, newest first`}
          actions={
            <Button size="small" onClick={onClose}>
              Close
            </Button>
          }
          flush
        >
          <Loaded query={received} what="the files of the school">
            {({ files }) => (
              <DataTable
                caption={`Files received from ${school.name}`}
                columns={COLUMNS}
                rows={files}
                rowKey={({ id }) => id}
                empty={
                  <EmptyState icon={InboxIcon} title="Nothing has been received from this school">
                    Ask it for its return. A school with nothing to report sends a nil return.
                  </EmptyState>
                }
              />
            )}
          </Loaded>
        </Panel>
      </div>
    </ScreenOnly>
  );
}
