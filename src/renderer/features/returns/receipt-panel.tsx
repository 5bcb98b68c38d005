import { useEffect, useRef } from 'react';
import { countsWords, formatWords } from '#shared/text/return-words.ts';
import { useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { CloseIcon, FolderIcon, PrintIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { Differences } from './differences.tsx';
import { Fingerprint } from './fingerprint.tsx';
import type { ShownReceipt } from './types.ts';
import styles from './returns.module.css';

/** The receipt of one export: what was written, with the fingerprint that proves the file. Prints alone. */
export function ReceiptPanel({ receipt, fileId, onClose }: ShownReceipt & { readonly onClose: () => void }) {
  const show = useCommand('files.show-in-folder');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [receipt.id]);
  const { period, version, format, fileName, sha256, nil, counts, exportedBy, exportedAt, sealedFor } =
    receipt;
  return (
    <div ref={box} tabIndex={-1} className={styles.receipt}>
      <Panel
        title={`Receipt: ${period.name}, version ${version}`}
        actions={
          <ScreenOnly>
            <div className={styles.buttons}>
              {fileId ? (
                <Button
                  size="small"
                  icon={FolderIcon}
                  onClick={() =>
                    show.mutate(
                      { fileId },
                      {
                        onError: ({ message }) =>
                          notify({ tone: 'overdue', title: 'Not shown', text: message }),
                      },
                    )
                  }
                >
                  Show in folder
                </Button>
              ) : null}
              <Button size="small" icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
              <IconButton size="small" icon={CloseIcon} label="Close the receipt" onClick={onClose} />
            </div>
          </ScreenOnly>
        }
      >
        <DefinitionList
          items={[
            { term: 'File', detail: <span className={styles.file}>{fileName}</span> },
            {
              term: 'Layout',
              detail: `${formatWords(format)}${sealedFor ? ', sealed for the authority' : ''}`,
            },
            {
              term: 'Holds',
              detail: nil ? <StatusTag tone="info">Nil return</StatusTag> : countsWords(counts),
            },
            {
              term: 'Period',
              detail: (
                <>
                  <DateText date={period.from} /> to <DateText date={period.to} />
                </>
              ),
            },
            { term: 'Fingerprint', detail: <Fingerprint sha256={sha256} whole /> },
            ...(sealedFor ? [{ term: 'Sealed for the key', detail: <code>{sealedFor}</code> }] : []),
            {
              term: 'Written',
              detail: (
                <>
                  <InstantText instant={exportedAt} />, by {exportedBy}
                </>
              ),
            },
          ]}
        />
        <Differences receiptId={receipt.id} />
      </Panel>
    </div>
  );
}
