import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords, tieWords } from '#shared/text/compare-words.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { comparedColumns } from './compared-columns.tsx';
import type { Compared, ComparedBy } from './types.ts';
import styles from './compare.module.css';

/** The five greatest reductions and the five least, with the ties that went over the edge. */
export function MarkedPanel({
  compared,
  asked,
}: {
  readonly compared: Compared;
  readonly asked: ComparedBy;
}) {
  const { ranking, rows, years } = compared;
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const marked = rows
    .filter(({ mark }) => mark !== undefined)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return (
    <Panel
      title="Greatest and least reductions"
      context={`Ranked by the change from ${formatSchoolYear(first)} to ${formatSchoolYear(last)}: ${figureWords(ranking.ranked)} ranked, ${figureWords(ranking.unranked)} unranked because a year is blank. X: greatest, O: least.`}
      footer={
        ranking.ties.length === 0 ? undefined : (
          <div className={styles.ties}>
            {ranking.ties.map((tie) => (
              <Text key={tie.mark} small muted>
                {tieWords(tie)}
              </Text>
            ))}
          </div>
        )
      }
      flush
    >
      <DataTable
        caption="The greatest and the least reductions"
        columns={comparedColumns(compared, ['letter', 'rank', 'name', 'years', 'change'], asked)}
        rows={marked}
        rowKey={({ key }) => key}
        empty={
          <EmptyState icon={SchoolIcon} title="None is marked">
            Marks need rows with both years whole, and changes that are not all the same.
          </EmptyState>
        }
      />
    </Panel>
  );
}
