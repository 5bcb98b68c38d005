import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { RecordCheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';

type Change = OperationOutput<'health.sql-changes'>['changes'][number];

const DONE = {
  insert: 'Added to',
  update: 'Changed',
  delete: 'Removed from',
  truncate: 'Emptied',
} as const satisfies Record<Change['change'], string>;

/** Who changed what without First Day: whoever has a login can use other programs, and leaves a line here. */
export function PastAppPanel({ database }: { readonly database: string }) {
  const asked = useOperation('health.sql-changes', {});
  const person = (login: string) => login.replace(`${database}.`, '');
  return (
    <Panel
      title="Changes past First Day"
      context="What people of this school changed with another program. If a line surprises you, ask the person, and have their password changed."
      flush
    >
      <Loaded query={asked} what="the changes past First Day">
        {({ changes, more }) => (
          <DataTable
            caption={
              more
                ? `The newest ${String(changes.length)} changes past First Day; there are older ones`
                : 'Changes past First Day'
            }
            showCaption={more}
            columns={[
              { key: 'at', header: 'When', nowrap: true, render: ({ at }) => <InstantText instant={at} /> },
              { key: 'login', header: 'Whose login', render: ({ login }) => person(login) },
              { key: 'what', header: 'What', render: ({ change, table }) => `${DONE[change]} ${table}` },
              {
                key: 'with',
                header: 'With',
                render: ({ program, address }) =>
                  [program ?? 'a program without a name', address && `at ${address}`]
                    .filter(Boolean)
                    .join(' '),
              },
            ]}
            rows={changes}
            rowKey={({ at, table, change, login }) => `${at} ${table} ${change} ${login}`}
            maxHeight="50vh"
            empty={
              <EmptyState icon={RecordCheckIcon} title="Nothing was changed past First Day">
                Everything that this school’s people did has its row in the audit trail.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
