import type { OperationOutput } from '#shared/contract/contract.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';

type Verification = OperationOutput<'audit.verify'>;

/** What the check of the trail came to. */
export function VerifyPanel({ result }: { readonly result: Verification }) {
  const { rows, older, found, findings, backups } = result;
  const compared =
    backups === 0
      ? 'No backup was there to compare its end with.'
      : `Its end was compared with ${plural(backups, 'backup')}.`;
  if (found === 0) {
    return (
      <Callout tone="done" title="The audit trail is whole" live="status">
        {plural(rows, 'row')} of the chain checked{older > 0 ? `, and ${plural(older, 'older row')}` : ''}.{' '}
        {compared}
      </Callout>
    );
  }
  return (
    <Panel
      title={`${plural(found, 'thing')} found in ${plural(rows, 'row')}`}
      context={`Somebody changed the database outside First Day, or it was damaged. Keep a copy of the file as it is, and tell whoever is responsible for data protection. ${compared}`}
      flush
    >
      <DataTable
        caption="What is wrong with the audit trail"
        columns={[
          {
            key: 'row',
            header: 'Row',
            nowrap: true,
            render: ({ rowId, toId }) =>
              rowId === 0
                ? 'End'
                : toId === undefined || toId === rowId
                  ? String(rowId)
                  : `${rowId} to ${toId}`,
          },
          { key: 'what', header: 'What was found', render: ({ what }) => what },
        ]}
        rows={findings}
        rowKey={({ rowId, kind }) => `${rowId} ${kind}`}
        maxHeight="50vh"
        empty={null}
      />
    </Panel>
  );
}
