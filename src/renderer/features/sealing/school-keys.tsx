import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { SchoolKey } from './types.ts';
import styles from './sealing.module.css';

const STATES = {
  confirmed: ['done', 'Confirmed'],
  new: ['info', 'Not confirmed'],
  changed: ['overdue', 'Changed: refused'],
  retired: ['closed', 'Out of use'],
} as const;

interface Asked {
  readonly key: SchoolKey;
  readonly what: 'confirm' | 'retire';
}

/** Which signing key is which school's. A changed one is refused until somebody has compared the fingerprint. */
export function SchoolKeys({ keys }: { readonly keys: readonly SchoolKey[] }) {
  const mayChange = useMay('authority.import');
  const confirming = useCommand('authority.confirm-school-key');
  const retiring = useCommand('authority.retire-seal-key');
  const [asked, setAsked] = useState<Asked>();
  const error = confirming.error?.error ?? retiring.error?.error;
  const columns: readonly Column<SchoolKey>[] = [
    {
      key: 'school',
      header: 'School',
      value: ({ schoolName, laEstab }) => schoolName ?? laEstab,
      render: ({ schoolName, laEstab }) => (
        <>
          {schoolName ?? 'Not in the list'}
          <div className={styles.muted}>{laEstab}</div>
        </>
      ),
    },
    {
      key: 'fingerprint',
      header: 'Fingerprint of its signing key',
      render: ({ fingerprint }) => <code>{fingerprint}</code>,
    },
    {
      key: 'state',
      header: 'State',
      value: ({ state }) => state,
      render: ({ state, confirmedBy }) => {
        const [tone, words] = STATES[state];
        return (
          <>
            <StatusTag tone={tone}>{words}</StatusTag>
            {confirmedBy ? <div className={styles.muted}>by {confirmedBy}</div> : null}
          </>
        );
      },
    },
    {
      key: 'first',
      header: 'First seen',
      value: ({ firstSeenAt }) => firstSeenAt,
      render: ({ firstSeenAt }) => <InstantText instant={firstSeenAt} />,
    },
    {
      key: 'do',
      header: 'Do',
      width: '230px',
      render: (key) =>
        mayChange && key.state !== 'retired' ? (
          <span className={styles.buttons}>
            {key.state === 'confirmed' ? null : (
              <Button size="small" onClick={() => setAsked({ key, what: 'confirm' })}>
                Confirm
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={() => setAsked({ key, what: 'retire' })}>
              Take out of use
            </Button>
          </span>
        ) : null,
    },
  ];
  const close = () => setAsked(undefined);
  const confirms = asked?.what === 'confirm';
  return (
    <Panel
      title="Keys of the schools"
      context="The first key of a school is taken as it comes. Compare the fingerprint with the school by telephone, and confirm it."
      flush
    >
      {error ? <ErrorCallout title="Nothing was changed" error={error} /> : null}
      <DataTable
        caption="Signing keys of the schools"
        columns={columns}
        rows={keys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={SchoolIcon} title="No sealed return has come yet">
            The key of a school is kept here when its first sealed return is imported.
          </EmptyState>
        }
        maxHeight="50vh"
      />
      <ConfirmDialog
        open={asked !== undefined}
        title={confirms ? 'Is this the school’s key?' : 'Take this key out of use?'}
        confirmLabel={confirms ? 'Yes, I compared it' : 'Take out of use'}
        destructive={!confirms}
        busy={confirming.isPending || retiring.isPending}
        onClose={close}
        onConfirm={() => {
          if (asked === undefined) return;
          const command = confirms ? confirming : retiring;
          command.mutate({ keyId: asked.key.id }, { onSettled: close });
        }}
      >
        <p>
          {asked?.key.schoolName ?? asked?.key.laEstab}: <code>{asked?.key.fingerprint}</code>
        </p>
        <p>
          {confirms
            ? 'Confirm only after somebody at the school read out the same fingerprint. Its other keys are taken out of use.'
            : 'Returns signed with it are refused from now on.'}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
