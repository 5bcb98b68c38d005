import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, CopyIcon, LockIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { copyText } from '../../ui/words/copy-text.ts';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { OurKey } from './types.ts';
import styles from './sealing.module.css';

function copy({ publicKey }: OurKey) {
  if (copyText(publicKey)) notify({ title: 'Public key copied', text: 'Send it to the schools.' });
  else notify({ tone: 'overdue', title: 'Not copied', text: publicKey });
}

/** The keys that returns are sealed for. The secret halves stay in this database. */
export function OurKeys({ keys }: { readonly keys: readonly OurKey[] }) {
  const mayChange = useMay('authority.import');
  const making = useCommand('authority.make-seal-key');
  const retiring = useCommand('authority.retire-seal-key');
  const [leaving, setLeaving] = useState<OurKey>();
  const error = making.error?.error ?? retiring.error?.error;
  const make = mayChange ? (
    <Button
      icon={AddIcon}
      loading={making.isPending}
      onClick={() => making.mutate({}, { onSuccess: () => notify({ title: 'Key made' }) })}
    >
      {keys.length === 0 ? 'Make a key' : 'Make another key'}
    </Button>
  ) : undefined;
  const columns: readonly Column<OurKey>[] = [
    {
      key: 'key',
      header: 'Public key and fingerprint',
      render: ({ publicKey, fingerprint }) => (
        <>
          <code className={styles.key}>{publicKey}</code>
          <div className={styles.muted}>
            Fingerprint <code>{fingerprint}</code>
          </div>
        </>
      ),
    },
    {
      key: 'state',
      header: 'State',
      width: '130px',
      render: ({ retired }) =>
        retired ? <StatusTag tone="closed">Out of use</StatusTag> : <StatusTag tone="done">In use</StatusTag>,
    },
    {
      key: 'made',
      header: 'Made',
      width: '17%',
      render: ({ addedAt, addedBy }) => (
        <>
          <InstantText instant={addedAt} />
          <div className={styles.muted}>{addedBy}</div>
        </>
      ),
    },
    {
      key: 'do',
      header: 'Do',
      width: '220px',
      render: (key) => (
        <span className={styles.buttons}>
          <Button size="small" icon={CopyIcon} onClick={() => copy(key)}>
            Copy
          </Button>
          {key.retired || !mayChange ? null : (
            <Button size="small" variant="quiet" onClick={() => setLeaving(key)}>
              Take out of use
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <Panel
      title="Our keys"
      context="Schools get the public key and compare its fingerprint by telephone. What is sealed for a key that is out of use can still be opened."
      actions={keys.length === 0 ? undefined : make}
      flush
    >
      {error ? <ErrorCallout title="Nothing was changed" error={error} /> : null}
      <DataTable
        caption="Our keys"
        columns={columns}
        rows={keys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={LockIcon} title="There is no key yet" action={make}>
            Make one, copy its public half and send it to the schools: then they can seal their returns.
          </EmptyState>
        }
      />
      <ConfirmDialog
        open={leaving !== undefined}
        title="Take this key out of use?"
        confirmLabel="Take out of use"
        destructive
        busy={retiring.isPending}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          if (leaving === undefined) return;
          retiring.mutate({ keyId: leaving.id }, { onSettled: () => setLeaving(undefined) });
        }}
      >
        Send the schools another key first. Returns that are sealed for this one can still be opened.
      </ConfirmDialog>
    </Panel>
  );
}
