import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Figures } from './types.ts';

type Year = Figures['years'][number];

const yearName = ({ schoolYear }: Year): string => formatSchoolYear(schoolYear);

const signed = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  return value > 0 ? `+${text}` : value < 0 ? `\u2212${text}` : text;
};

/** Exclusions of each school year with the change from year to year: minus is fewer. */
export function YearsPanel({ years }: { readonly years: Figures['years'] }) {
  return (
    <Panel
      title="Year by year"
      context="Suspensions and permanent exclusions begun in each school year on record; minus is fewer"
      flush
    >
      <DataTable
        caption="Exclusions by school year"
        columns={[
          { key: 'year', header: 'School year', nowrap: true, value: yearName },
          {
            key: 'fixed',
            header: 'Suspensions',
            numeric: true,
            value: ({ fixedPeriod }) => fixedPeriod,
          },
          {
            key: 'change',
            header: 'Change',
            numeric: true,
            value: ({ change }) => change ?? 0,
            render: ({ change, percent, soFar }) =>
              change === undefined
                ? soFar
                  ? 'so far'
                  : '–'
                : `${signed(change, 0)}${percent === undefined ? '' : ` (${signed(percent, 1)}%)`}`,
          },
          { key: 'permanent', header: 'Permanent', numeric: true, value: ({ permanent }) => permanent },
        ]}
        rows={years}
        rowKey={yearName}
        empty={
          <EmptyState icon={DoneIcon} title="No exclusions on record">
            Exclusions that are issued are counted here by school year.
          </EmptyState>
        }
      />
    </Panel>
  );
}
