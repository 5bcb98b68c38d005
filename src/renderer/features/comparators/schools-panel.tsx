import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { phaseWords } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { plural } from '../../ui/words/format.ts';
import { ClusterForm } from './cluster-form.tsx';
import type { ListedSchool } from './types.ts';
import styles from './comparators.module.css';

/** Our schools with their clusters and who their pupils are. */
export function SchoolsPanel({ onImport }: { readonly onImport: () => void }) {
  const mayImport = useMay('authority.import');
  const query = useOperation('authority.school-list', {});
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<ListedSchool>();
  return (
    <Stack gap={4}>
      <Toolbar label="Which schools">
        <TextField
          label="Find a school or cluster"
          name="find"
          type="search"
          width="medium"
          placeholder="Name, number or cluster"
          value={typed}
          onChange={setTyped}
        />
      </Toolbar>
      <Loaded query={query} what="the schools">
        {({ rows, clusters, others }) => (
          <>
            {opened ? (
              <ClusterForm
                key={opened.laEstab}
                school={opened}
                clusters={clusters}
                onClose={() => setOpened(undefined)}
              />
            ) : null}
            <Panel
              title={plural(rows.length, 'school')}
              context={`${plural(clusters.length, 'cluster')}. ${others === 0 ? 'No schools of other authorities are in the list.' : `${plural(others, 'school')} of other authorities can be compared with.`}`}
              flush
            >
              <DataTable
                caption={
                  mayImport
                    ? 'Our schools; open one to change its cluster'
                    : 'Our schools with their clusters and profiles'
                }
                columns={COLUMNS}
                rows={rows.filter((one) => matches(one, typed))}
                rowKey={({ laEstab }) => laEstab}
                selectedKey={opened?.laEstab}
                onOpen={mayImport ? setOpened : undefined}
                initialSort={{ key: 'name', direction: 'ascending' }}
                maxHeight="calc(100vh - 320px)"
                empty={
                  rows.length === 0 ? (
                    <EmptyState
                      icon={SchoolIcon}
                      title="There is no list of schools yet"
                      action={<Button onClick={onImport}>Import the register</Button>}
                    >
                      Import the national register of schools: names, phases, heads and pupils on roll.
                    </EmptyState>
                  ) : (
                    <EmptyState
                      icon={SchoolIcon}
                      title="No school or cluster is called that"
                      action={<Button onClick={() => setTyped('')}>Show all schools</Button>}
                    />
                  )
                }
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function matches({ name, laEstab, cluster }: ListedSchool, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return `${name} ${laEstab} ${cluster ?? ''}`.toLowerCase().includes(wanted);
}

const share = (key: 'sen' | 'fsm' | 'eal', header: string): Column<ListedSchool> => ({
  key,
  header,
  numeric: true,
  value: ({ profile }) => profile?.[key] ?? -1,
  render: ({ profile }) => profile?.[key]?.toLocaleString('en-GB', { minimumFractionDigits: 1 }) ?? '',
});

const COLUMNS: readonly Column<ListedSchool>[] = [
  {
    key: 'name',
    header: 'School',
    width: '24%',
    value: ({ name }) => name,
    render: ({ name, closedOn }) => (
      <>
        {name}
        {closedOn === null ? null : <span className={styles.muted}> (closed)</span>}
      </>
    ),
  },
  { key: 'number', header: 'Number', value: ({ laEstab }) => laEstab },
  { key: 'phase', header: 'Phase', value: ({ phase }) => phaseWords(phase) },
  { key: 'cluster', header: 'Cluster', width: '20%', value: ({ cluster }) => cluster ?? '' },
  {
    key: 'year',
    header: 'Profile of',
    nowrap: true,
    value: ({ profile }) => profile?.schoolYear ?? 0,
    render: ({ profile }) =>
      profile ? formatSchoolYear(profile.schoolYear) : <span className={styles.muted}>None</span>,
  },
  {
    key: 'pupils',
    header: 'Pupils',
    numeric: true,
    value: ({ profile }) => profile?.headcount ?? -1,
    render: ({ profile }) => profile?.headcount?.toLocaleString('en-GB') ?? '',
  },
  share('sen', 'SEN, %'),
  share('fsm', 'FSM, %'),
  share('eal', 'EAL, %'),
];
