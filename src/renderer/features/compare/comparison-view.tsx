import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { isRate } from '#shared/domain/compare/measures.ts';
import { figureWords, measureWords } from '#shared/text/compare-words.ts';
import { BarChart } from '../../ui/chart/bar-chart.tsx';
import { DotPlot } from '../../ui/chart/dot-plot.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ComparedRows } from './compared-rows.tsx';
import type { Compared, ComparedBy, ComparedRow } from './types.ts';
import styles from './compare.module.css';

interface Props {
  readonly compared: Compared;
  readonly asked: ComparedBy;
  readonly onOpen: (row: ComparedRow) => void;
}

/** The rows with their change and marks; beside them the years as bars and the rows as dots against the mean. */
export function ComparisonView({ compared, asked, onOpen }: Props) {
  const { measure, by } = asked;
  const { cells, rows, listed } = compared;
  const decimals = isRate(measure) ? 2 : 1;
  const last = cells.at(-1);
  const lastYear = last ? formatSchoolYear(last.schoolYear) : '';
  const dots = rows.flatMap(({ key, name, figures }) => {
    const value = figures.at(-1)?.value ?? null;
    return value === null ? [] : [{ key, name, value, text: figureWords(value, decimals) }];
  });
  return (
    <div className={styles.view}>
      <ComparedRows compared={compared} asked={asked} onOpen={onOpen} />
      <div className={styles.charts}>
        <Panel title={listed ? 'All schools by year' : 'Mean per school by year'} flush>
          <BarChart
            label={`${measureWords(measure)} by school year`}
            bars={cells.map(({ schoolYear, mean, total, n }) => {
              const value = listed ? total : mean;
              return {
                key: String(schoolYear),
                label: formatSchoolYear(schoolYear),
                value,
                text: `${value === null ? 'Blank' : figureWords(value, listed ? 0 : decimals)} (n ${figureWords(n)})`,
              };
            })}
            twin="The same figures are under Years and change."
          />
        </Panel>
        {listed || dots.length < 2 || by === 'phase' ? null : (
          <Panel title={`Against the mean, ${lastYear}`} flush>
            <DotPlot
              label={by === 'school' ? 'Each school is a dot' : 'Each row is a dot'}
              dots={dots}
              mean={
                last?.mean === null || last === undefined
                  ? undefined
                  : {
                      value: last.mean,
                      text: `Mean ${figureWords(last.mean, decimals)} (n ${figureWords(last.n)})`,
                    }
              }
              twin="The table has the same figures."
              onOpen={(key) => {
                const row = rows.find((one) => one.key === key);
                if (row) onOpen(row);
              }}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}
