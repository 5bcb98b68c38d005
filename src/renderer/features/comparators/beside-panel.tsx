import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import {
  BESIDE_MEASURES,
  SCHOOL_TYPES,
  type BesideMeasure,
  type PublishedSchoolType,
} from '#shared/domain/comparators/types.ts';
import { besideMeasureWords } from '#shared/text/published-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { BesideCell, OwnCell } from './beside-cell.tsx';
import { MissingNotes } from './missing-notes.tsx';
import type { Beside, BesideYear } from './types.ts';

const TYPE_LABELS: Readonly<Record<PublishedSchoolType, string>> = {
  total: 'All schools',
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
};

const TYPES = SCHOOL_TYPES.map((value) => ({ value, label: TYPE_LABELS[value] }));
const MEASURES = BESIDE_MEASURES.map((value) => ({ value, label: besideMeasureWords(value) }));

/** Our own figures of each year beside those published of the authority, its region and England. */
export function BesidePanel({
  authority,
  onImport,
}: {
  readonly authority: string;
  readonly onImport: () => void;
}) {
  const [measure, setMeasure] = useState<BesideMeasure>('fixed');
  const [schoolType, setSchoolType] = useState<PublishedSchoolType>('total');
  const query = useOperation('authority.beside-published', { measure, schoolType }, { keepPrevious: true });
  return (
    <Stack gap={4}>
      <Toolbar label="What to compare">
        <SelectField
          label="Measure"
          name="measure"
          value={measure}
          onChange={setMeasure}
          options={MEASURES}
          width="medium"
        />
        <SegmentedChoice
          label="Schools"
          name="schoolType"
          value={schoolType}
          onChange={setSchoolType}
          options={TYPES}
        />
      </Toolbar>
      <Loaded query={query} what="the published figures">
        {(beside) => (
          <>
            <MissingNotes notes={beside.missing} />
            <Panel
              title={`${besideMeasureWords(measure)} per 100 pupils`}
              context="Incidents divided by pupils on roll in January, times 100. Published figures stand as they were published, rounded to fives in older files."
              flush
            >
              <DataTable
                caption={`${besideMeasureWords(measure)}: our own beside published figures, by school year`}
                columns={columnsOf(beside, authority)}
                rows={beside.years}
                rowKey={({ schoolYear }) => String(schoolYear)}
                empty={
                  <EmptyState
                    icon={InboxIcon}
                    title="There is nothing to put side by side yet"
                    action={<Button onClick={onImport}>Import published data</Button>}
                  >
                    Figures appear once the Department’s open data is imported, or a school year of returns is
                    whole.
                  </EmptyState>
                }
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

const columnsOf = ({ region }: Beside, authority: string): readonly Column<BesideYear>[] => [
  {
    key: 'year',
    header: 'School year',
    nowrap: true,
    render: ({ schoolYear }) => formatSchoolYear(schoolYear),
  },
  { key: 'own', header: 'Returns received', width: '22%', render: ({ own }) => <OwnCell figure={own} /> },
  {
    key: 'authority',
    header: `${authority}, published`,
    width: '22%',
    render: (year) => <BesideCell figure={year.authority} />,
  },
  {
    key: 'region',
    header: region ?? 'Region',
    width: '20%',
    render: (year) => <BesideCell figure={year.region} />,
  },
  {
    key: 'england',
    header: 'England',
    width: '24%',
    render: ({ england }) => <BesideCell figure={england} />,
  },
];
