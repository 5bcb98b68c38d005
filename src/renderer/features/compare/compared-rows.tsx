import { useState } from 'react';
import { groupingWords } from '#shared/text/compare-words.ts';
import { matchSchools } from '../../ui/data/match-schools.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { comparedColumns } from './compared-columns.tsx';
import type { Compared, ComparedBy, ComparedRow } from './types.ts';

interface Props {
  readonly compared: Compared;
  readonly asked: ComparedBy;
  readonly onOpen: (row: ComparedRow) => void;
}

/** Every school, or group of schools, year by year; where figures are listed, only schools with any. */
export function ComparedRows({ compared, asked, onOpen }: Props) {
  const [typed, setTyped] = useState('');
  const { listed, years } = compared;
  const { by } = asked;
  const single = listed || years.length < 2;
  const rows =
    listed && by === 'school'
      ? compared.rows.filter(({ figures }) => figures.some(({ value }) => (value ?? 0) > 0))
      : compared.rows;
  const found = matchSchools(
    rows.map((row) => ({ ...row, laEstab: row.key })),
    typed,
  );
  return (
    <Panel
      title={listed && by === 'school' ? 'Schools with permanent exclusions' : groupingWords(by)}
      context={single ? undefined : 'X: among the five greatest reductions. O: among the five least.'}
      actions={
        <ScreenOnly>
          <TextField
            label={by === 'school' ? 'Find a school' : 'Find a row'}
            hideLabel
            name="find"
            type="search"
            width="medium"
            placeholder="Find by name or number"
            value={typed}
            onChange={setTyped}
          />
        </ScreenOnly>
      }
      flush
    >
      <DataTable
        caption={`${groupingWords(by)} by school year`}
        columns={comparedColumns(
          compared,
          single ? ['name', 'years'] : ['name', 'years', 'change', 'rank', 'letter'],
          asked,
        )}
        rows={found}
        rowKey={({ key }) => key}
        onOpen={onOpen}
        initialSort={
          single ? { key: 'name', direction: 'ascending' } : { key: 'rank', direction: 'ascending' }
        }
        maxHeight="max(320px, calc(100vh - 330px))"
        empty={<EmptyState icon={SchoolIcon} {...emptyWords(typed, by)} />}
      />
    </Panel>
  );
}

function emptyWords(typed: string, by: ComparedBy['by']) {
  if (typed !== '') return { title: 'Nothing has that name or number', children: null };
  if (by === 'cluster' || by === 'authority-group') {
    return {
      title: by === 'cluster' ? 'No school is in a cluster' : 'No authority is in a group',
      children: 'The register of schools says which are. Until then compare schools, phases or authorities.',
    };
  }
  return { title: 'None in these years', children: null };
}
