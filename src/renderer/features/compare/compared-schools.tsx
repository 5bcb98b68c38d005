import { useState } from 'react';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { comparedColumns } from './compared-columns.tsx';
import { matchSchools } from '../../ui/data/match-schools.ts';
import type { Compared } from './types.ts';

/** Every school of the phase, year by year; where figures are listed, only those with any. */
export function ComparedSchools({ compared }: { readonly compared: Compared }) {
  const [typed, setTyped] = useState('');
  const { listed, years } = compared;
  const rows = listed
    ? compared.rows.filter(({ figures }) => figures.some(({ value }) => (value ?? 0) > 0))
    : compared.rows;
  return (
    <Panel
      title={listed ? 'Schools with permanent exclusions' : 'Schools'}
      context={
        listed || years.length < 2
          ? undefined
          : 'Change from the first school year to the last; place 1 is the greatest reduction.'
      }
      actions={
        <TextField
          label="Find a school"
          hideLabel
          name="find"
          type="search"
          width="medium"
          placeholder="Find by name or number"
          value={typed}
          onChange={setTyped}
        />
      }
      flush
    >
      <DataTable
        caption="Schools by school year"
        columns={comparedColumns(
          compared,
          listed || years.length < 2 ? ['name', 'years'] : ['name', 'years', 'change', 'rank', 'mark'],
        )}
        rows={matchSchools(rows, typed)}
        rowKey={({ laEstab }) => laEstab}
        initialSort={{ key: 'name', direction: 'ascending' }}
        maxHeight="calc(100vh - 380px)"
        empty={
          <EmptyState
            icon={SchoolIcon}
            title={typed === '' ? 'None in these years' : 'No school has that name or number'}
          />
        }
      />
    </Panel>
  );
}
