import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { variableWords } from '#shared/text/published-words.ts';
import { phaseWords } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { MissingNotes } from './missing-notes.tsx';
import { NEAREST_COLUMNS } from './nearest-columns.tsx';
import type { Comparators, ListedSchool } from './types.ts';
import styles from './comparators.module.css';

const COUNTS = ['5', '10', '20'].map((value) => ({ value, label: `${value} schools` }));

/** The schools most like one of ours, and their exclusions beside its own. */
export function NearestPanel({ onImport }: { readonly onImport: () => void }) {
  const schools = useOperation('authority.school-list', {});
  return (
    <Loaded query={schools} what="the schools">
      {({ rows }) => {
        const open = rows.filter(({ closedOn }) => closedOn === null);
        const [first] = [...open.filter(({ profile }) => profile !== undefined), ...open];
        return first === undefined ? (
          <EmptyState
            icon={SchoolIcon}
            title="There is no list of schools yet"
            action={<Button onClick={onImport}>Import the register</Button>}
          >
            Schools are compared by who their pupils are. The national register of schools says how many they
            are and how many have free meals; a table of your own can add special needs and first language.
          </EmptyState>
        ) : (
          <Nearest schools={open} first={first} />
        );
      }}
    </Loaded>
  );
}

function Nearest({
  schools,
  first,
}: {
  readonly schools: readonly ListedSchool[];
  readonly first: ListedSchool;
}) {
  const [laEstab, setLaEstab] = useState(first.laEstab);
  const [count, setCount] = useState('5');
  const query = useOperation(
    'authority.comparator-schools',
    { laEstab, count: Number(count) },
    { keepPrevious: true },
  );
  return (
    <Stack gap={4}>
      <Toolbar label="Which school">
        <SelectField
          label="School"
          name="school"
          width="full"
          value={laEstab}
          onChange={setLaEstab}
          options={schools.map((one) => ({ value: one.laEstab, label: `${one.name} (${one.laEstab})` }))}
        />
        <SelectField
          label="Nearest"
          name="count"
          width="short"
          value={count}
          onChange={setCount}
          options={COUNTS}
        />
      </Toolbar>
      <Loaded query={query} what="the comparator schools">
        {(found) => (
          <>
            <MissingNotes notes={found.missing} />
            <Panel title={`Schools most like ${found.school.name}`} context={contextOf(found)} flush>
              <DataTable
                caption={`${found.school.name} and the schools most like it`}
                columns={NEAREST_COLUMNS}
                rows={found.rows}
                rowKey={(row) => row.laEstab}
                empty={null}
              />
            </Panel>
            <p className={styles.muted}>{howMatched(found)}</p>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function contextOf({ school, pool, profileYear, figuresYear }: Comparators): string {
  const of = profileYear === undefined ? '' : ` with a profile of ${formatSchoolYear(profileYear)}`;
  const figures = figuresYear === undefined ? '' : ` Exclusions of ${formatSchoolYear(figuresYear)}.`;
  return `Out of ${pool.toLocaleString('en-GB')} other schools of the same phase (${phaseWords(school.phase).toLowerCase()})${of}.${figures}`;
}

function howMatched({ variables }: Comparators): string {
  const used = variables.filter(({ sd }) => sd !== null);
  const list = used.map(
    ({ variable, weight, sd }) =>
      `${variable === 'headcount' ? 'pupils' : variableWords(variable)} (weight ${weight}, 1 is ${(sd ?? 0).toLocaleString('en-GB', { maximumFractionDigits: 1 })}${variable === 'headcount' ? ' pupils' : ' points'})`,
  );
  return `SEN: special educational needs; FSM: free school meals; EAL: another first language than English. The distance is 0 for schools alike in everything. It is measured in standard deviations over these schools: ${list.join(', ')}. Only what is known of both schools counts.`;
}
