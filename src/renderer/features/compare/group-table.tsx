import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { groupMeasureWords, groupWords, HIDDEN_NOTE, HIDDEN_WORDS } from '#shared/text/group-words.ts';
import { BarChart } from '../../ui/chart/bar-chart.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PupilsIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Breakdown, GroupsAsked } from './types.ts';
import styles from './compare.module.css';

type Row = Breakdown['rows'][number];

/** So many bars fit side by side with their words under them. */
const MOST_BARS = 8;

const share = ({ value }: Row, total: number | null): string =>
  value === null || total === null || total === 0 ? '' : `${figureWords((value / total) * 100, 1)}%`;

const columnsOf = (
  { total, suppressed }: Breakdown,
  { group, measure }: GroupsAsked,
): readonly Column<Row>[] => [
  {
    key: 'group',
    header: groupWords(group),
    width: '50%',
    render: ({ words }) => words,
    total: group === 'any-reason' ? 'Exclusions' : 'Total',
  },
  {
    key: 'value',
    header: groupMeasureWords(measure),
    numeric: true,
    value: ({ value }) => value ?? -1,
    render: ({ value }) =>
      value === null ? <span className={styles.muted}>{HIDDEN_WORDS}</span> : figureWords(value),
    total: total === null ? '' : figureWords(total),
  },
  {
    key: 'share',
    header: group === 'any-reason' ? 'Of the exclusions' : 'Share',
    numeric: true,
    render: (row) => share(row, total),
    total: suppressed ? '' : undefined,
  },
];

/** One table of groups, its picture where there are few, and what is hidden. */
export function GroupTable({
  breakdown,
  asked,
}: {
  readonly breakdown: Breakdown;
  readonly asked: GroupsAsked;
}) {
  const { rows, withheld, name, n, blank, schoolYear, suppressed } = breakdown;
  if (withheld) {
    return (
      <Callout tone="info" title="Too few to be shown">
        Whatever were hidden of this table could be worked out from the rest, so nothing of it is shown.
      </Callout>
    );
  }
  const hidden = rows.some((row) => row.hidden);
  const year = schoolYear === undefined ? '' : formatSchoolYear(schoolYear);
  return (
    <div className={styles.view}>
      <Panel
        title={`${groupMeasureWords(asked.measure)} by ${groupWords(asked.group).toLowerCase()}: ${name}, ${year}`}
        context={`n ${plural(n, 'school')} whose year is whole; ${figureWords(blank)} left out. ${
          asked.group === 'any-reason'
            ? 'An exclusion with several reasons is in each of them.'
            : 'A pupil is in the group that the latest exclusion of the year says.'
        }`}
        footer={
          hidden
            ? HIDDEN_NOTE
            : suppressed
              ? undefined
              : 'Small numbers are shown: keep this as you keep names.'
        }
        flush
      >
        <DataTable
          caption={`${groupMeasureWords(asked.measure)} by ${groupWords(asked.group)}`}
          columns={columnsOf(breakdown, asked)}
          rows={rows}
          rowKey={({ key }) => key}
          empty={
            <EmptyState
              icon={PupilsIcon}
              title={n === 0 ? 'No returns hold this year whole' : 'None in this year'}
            />
          }
        />
      </Panel>
      {rows.length > MOST_BARS || rows.length === 0 ? null : (
        <Panel title="As bars" flush>
          <BarChart
            label={`${groupMeasureWords(asked.measure)} by ${groupWords(asked.group).toLowerCase()}`}
            bars={rows.map(({ key, words, value }) => ({
              key,
              label: words,
              value,
              text: value === null ? HIDDEN_WORDS : figureWords(value),
            }))}
            twin="The table has the same figures."
          />
        </Panel>
      )}
    </div>
  );
}
