import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ReceivedPupil } from './received-pupil.tsx';

type Pupil = OperationOutput<'authority.school-pupils'>['pupils'][number];

const COLUMNS: readonly Column<Pupil>[] = [
  {
    key: 'name',
    header: 'Pupil',
    width: '30%',
    value: ({ name }) => name,
    render: ({ name }) => <PersonName name={name} />,
  },
  { key: 'upn', header: 'UPN', nowrap: true, value: ({ upn }) => upn },
  {
    key: 'year',
    header: 'Year',
    value: ({ ncYear }) => Number(ncYear ?? 0),
    render: ({ ncYear }) => ncYear ?? '',
  },
  { key: 'fixed', header: 'Incidents', numeric: true, value: ({ fixedPeriod }) => fixedPeriod },
  {
    key: 'days',
    header: 'Days',
    numeric: true,
    value: ({ days }) => days,
    render: ({ days }) => figureWords(days),
  },
  { key: 'permanent', header: 'Permanent', numeric: true, value: ({ permanent }) => permanent },
  {
    key: 'last',
    header: 'Latest',
    nowrap: true,
    value: ({ last }) => last,
    render: ({ last }) => <DateText date={last} />,
  },
];

/** Who was excluded by the school in a year; a row opens the pupil's exclusions at every school. */
export function SchoolPupilsPanel({
  laEstab,
  years,
}: {
  readonly laEstab: string;
  readonly years: readonly number[];
}) {
  const [schoolYear, setSchoolYear] = useState(years[0] ?? 2020);
  const [opened, setOpened] = useState<string>();
  const query = useOperation('authority.school-pupils', { laEstab, schoolYear }, { keepPrevious: true });
  if (opened !== undefined) return <ReceivedPupil upn={opened} onClose={() => setOpened(undefined)} />;
  return (
    <Loaded query={query} what="the pupils">
      {({ pupils }) => (
        <Panel
          title="Pupils"
          context="As returned. Open a pupil for the exclusions at every school."
          actions={
            <SelectField
              label="School year"
              hideLabel
              name="pupils-year"
              width="short"
              value={String(schoolYear)}
              onChange={(year) => setSchoolYear(Number(year))}
              options={years.map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
            />
          }
          flush
        >
          <DataTable
            caption={`Pupils excluded in ${formatSchoolYear(schoolYear)}`}
            columns={COLUMNS}
            rows={pupils}
            rowKey={({ upn }) => upn}
            onOpen={({ upn }) => setOpened(upn)}
            initialSort={{ key: 'fixed', direction: 'descending' }}
            maxHeight="calc(100vh - 300px)"
            empty={<EmptyState icon={DoneIcon} title="Nobody was excluded in this year" />}
          />
        </Panel>
      )}
    </Loaded>
  );
}
