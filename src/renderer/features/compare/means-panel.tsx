import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { isRate } from '#shared/domain/compare/measures.ts';
import type { Measure } from '#shared/domain/compare/types.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { FigureWithN } from './figure-with-n.tsx';
import type { Compared } from './types.ts';

type Cell = Compared['cells'][number];

const known = (value: number | null, decimals?: number): string =>
  value === null ? '' : figureWords(value, decimals);

function columnsOf({ listed, perIncident }: Compared, measure: Measure): readonly Column<Cell>[] {
  const decimals = isRate(measure) ? 2 : 1;
  const year: Column<Cell> = {
    key: 'year',
    header: 'School year',
    nowrap: true,
    render: ({ schoolYear }) => formatSchoolYear(schoolYear),
  };
  const blank: Column<Cell> = {
    key: 'blank',
    header: 'Schools blank',
    numeric: true,
    render: (cell) => figureWords(cell.blank),
  };
  if (listed) {
    return [
      year,
      {
        key: 'total',
        header: 'Exclusions',
        numeric: true,
        render: ({ total, n }) => <FigureWithN text={figureWords(total)} n={figureWords(n)} />,
      },
      blank,
    ];
  }
  return [
    year,
    {
      key: 'mean',
      header: 'Mean per school',
      numeric: true,
      nowrap: true,
      render: ({ mean, n }) => (
        <FigureWithN text={mean === null ? null : figureWords(mean, decimals)} n={figureWords(n)} />
      ),
    },
    blank,
    {
      key: 'min',
      header: 'Lowest',
      numeric: true,
      render: ({ min }) => known(min, isRate(measure) ? 2 : undefined),
    },
    {
      key: 'max',
      header: 'Highest',
      numeric: true,
      render: ({ max }) => known(max, isRate(measure) ? 2 : undefined),
    },
    { key: 'sd', header: 'SD', numeric: true, render: ({ sd }) => known(sd, decimals) },
    ...(isRate(measure)
      ? [
          {
            key: 'rate',
            header: 'Rate of all',
            numeric: true,
            nowrap: true,
            render: ({ rate, onRoll }: Cell) =>
              rate === null ? '' : `${figureWords(rate, 2)} of ${figureWords(onRoll ?? 0)} on roll`,
          },
        ]
      : []),
    ...(measure !== 'incidents' && measure !== 'days'
      ? []
      : [
          {
            key: 'per',
            header: 'Days per incident',
            numeric: true,
            nowrap: true,
            render: ({ schoolYear }: Cell) => {
              const per = perIncident.find((one) => one.schoolYear === schoolYear);
              const mean = per?.mean ?? null;
              return (
                <FigureWithN
                  text={mean === null ? null : figureWords(mean, 2)}
                  n={figureWords(per?.n ?? 0)}
                />
              );
            },
          },
        ]),
  ];
}

/** Each school year: the mean over the schools that have the figure, and how they spread. */
export function MeansPanel({
  compared,
  measure,
}: {
  readonly compared: Compared;
  readonly measure: Measure;
}) {
  return (
    <Panel
      title={compared.listed ? 'School years' : 'Mean per school'}
      context={
        compared.listed
          ? 'Permanent exclusions of primary schools are too few to average: the schools are listed.'
          : 'n is the number of schools with the figure; a blank is left out and never counts as 0.'
      }
      flush
    >
      <DataTable
        caption="Figures of each school year"
        columns={columnsOf(compared, measure)}
        rows={compared.cells}
        rowKey={({ schoolYear }) => String(schoolYear)}
        empty={null}
      />
    </Panel>
  );
}
