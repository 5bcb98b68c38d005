import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords, gapWords } from '#shared/text/compare-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { SchoolFigures } from './types.ts';
import styles from './compare.module.css';

type Year = SchoolFigures['years'][number];

const FIGURES = [
  ['permanent', 'Permanent'],
  ['incidents', 'Incidents'],
  ['days', 'Days'],
  ['pupils', 'Pupils'],
  ['repeatPupils', 'Repeat pupils'],
] as const;

const columnsOf = (means: SchoolFigures['means']): readonly Column<Year>[] => [
  {
    key: 'year',
    header: 'School year',
    nowrap: true,
    render: ({ schoolYear }) => formatSchoolYear(schoolYear),
  },
  ...FIGURES.map(([key, header]): Column<Year> => ({
    key,
    header,
    numeric: true,
    nowrap: true,
    render: (year) => {
      const value = year[key];
      const mean = means.find(({ schoolYear }) => schoolYear === year.schoolYear)?.[key] ?? null;
      return (
        <>
          {value === null ? (
            <span className={styles.muted}>{gapWords(year.gap ?? 'nothing')}</span>
          ) : (
            figureWords(value)
          )}
          {mean === null ? null : <span className={styles.mean}>mean {figureWords(mean, 1)}</span>}
        </>
      );
    },
  })),
  {
    key: 'rate',
    header: 'Incidents per 100',
    numeric: true,
    render: ({ incidents, headcount }) =>
      incidents === null || headcount === null || headcount === 0 ? (
        <span className={styles.muted}>{headcount === null ? gapWords('headcount') : ''}</span>
      ) : (
        figureWords((incidents * 100) / headcount, 2)
      ),
  },
  {
    key: 'roll',
    header: 'On roll',
    numeric: true,
    render: ({ headcount }) => (headcount === null ? '' : figureWords(headcount)),
  },
];

/** The school's figures of each year, with the mean of the schools of its phase under each. */
export function SchoolYearsPanel({ school }: { readonly school: SchoolFigures }) {
  const n = school.means.at(-1)?.n ?? 0;
  return (
    <Panel
      title="Figures by school year"
      context={`Under each figure: the mean of the schools of its phase, n ${figureWords(n)} in the last year.`}
      flush
    >
      <DataTable
        caption="Figures of the school by school year"
        columns={columnsOf(school.means)}
        rows={school.years.toReversed()}
        rowKey={({ schoolYear }) => String(schoolYear)}
        maxHeight="70vh"
        empty={
          <EmptyState icon={InboxIcon} title="There is no whole school year yet">
            Import the returns of the school’s three terms.
          </EmptyState>
        }
      />
    </Panel>
  );
}
