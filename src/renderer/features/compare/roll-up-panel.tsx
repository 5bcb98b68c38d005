import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { ROLL_UP_CATEGORIES, type Grouping } from '#shared/domain/compare/types.ts';
import { categoryColumnWords, groupingWords } from '#shared/text/compare-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { MarkTag } from './mark-tag.tsx';
import type { RollUp } from './types.ts';
import styles from './compare.module.css';

type Row = RollUp['rows'][number];

const CELLS = { unmarked: 'Not marked', blank: 'Unranked' } as const;

function columnsOf(by: RollUp['by']): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      header: by === 'school' ? 'School' : groupingWords(by),
      width: '24%',
      value: ({ name }) => name,
    },
    ...ROLL_UP_CATEGORIES.map(({ key }): Column<Row> => ({
      key,
      header: categoryColumnWords(key),
      render: ({ cells }) => {
        const cell = cells[key];
        if (cell === undefined) return <span className={styles.muted}>Other phase</span>;
        return cell === 'X' || cell === 'O' ? (
          <MarkTag mark={cell} />
        ) : (
          <span className={styles.muted}>{CELLS[cell]}</span>
        );
      },
    })),
    { key: 'x', header: 'X', numeric: true, value: ({ x }) => x },
    { key: 'o', header: 'O', numeric: true, value: ({ o }) => o },
  ];
}

/** The marks of each school over the five categories, counted: X by X, never figure by figure. */
export function RollUpPanel({
  from,
  to,
  by,
}: {
  readonly from: number;
  readonly to: number;
  readonly by: Grouping;
}) {
  const asked = rollUpBy(by);
  const query = useOperation(
    'authority.roll-up',
    { from, to, ...(asked ? { by: asked } : {}) },
    { keepPrevious: true },
  );
  return (
    <Loaded query={query} what="the roll-up">
      {({ by: rowsAre, rows, unmarked }) => (
        <Panel
          title="Marks over the five categories"
          context={`Change from ${formatSchoolYear(from)} to ${formatSchoolYear(to)}. ${plural(unmarked, rowsAre === 'school' ? 'school' : 'row')} without a mark left out.`}
          flush
        >
          <DataTable
            caption="Marks over the five exclusion categories"
            columns={columnsOf(rowsAre)}
            rows={rows}
            rowKey={({ key }) => key}
            maxHeight="calc(100vh - 380px)"
            empty={
              <EmptyState icon={SchoolIcon} title="None is marked">
                Marks need schools with both years whole.
              </EmptyState>
            }
          />
        </Panel>
      )}
    </Loaded>
  );
}

/** A grid needs rows of both phases: asked for phases, or for all at once, it is left to what fits. */
export const rollUpBy = (by: Grouping) => (by === 'phase' || by === 'all' ? undefined : by);
