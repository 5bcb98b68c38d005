import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Check, CheckedRecord } from './types.ts';
import styles from './returns.module.css';

interface ProblemRow {
  readonly key: string;
  readonly record: CheckedRecord;
  readonly problem: CheckedRecord['problems'][number];
}

const COLUMNS: readonly Column<ProblemRow>[] = [
  {
    key: 'severity',
    header: 'Kind',
    width: '104px',
    value: ({ problem }) => problem.severity,
    render: ({ problem }) =>
      problem.severity === 'error' ? (
        <StatusTag tone="overdue">Error</StatusTag>
      ) : (
        <StatusTag tone="due">Query</StatusTag>
      ),
  },
  {
    key: 'pupil',
    header: 'Pupil',
    width: '17%',
    value: ({ record }) => record.name,
    render: ({ record }) => <PersonName name={record.name} />,
  },
  {
    key: 'record',
    header: 'Record',
    nowrap: true,
    value: ({ record }) => record.startDate ?? '',
    render: ({ record }) =>
      `${categoryWords(record.category)}${record.startDate ? `, ${formatShortDate(record.startDate)}` : ''}`,
  },
  {
    key: 'message',
    header: 'What is wrong',
    render: ({ problem }) => <div className={styles.words}>{problem.message}</div>,
  },
  { key: 'rule', header: 'Check', width: '76px', value: ({ problem }) => problem.rule },
  {
    key: 'go',
    header: 'Put it right',
    width: '112px',
    nowrap: true,
    render: ({ record, problem }) =>
      problem.at === 'pupil' ? (
        <TextLink to="/pupils/$pupilId" params={{ pupilId: record.pupilId }}>
          Go to pupil
        </TextLink>
      ) : (
        <TextLink to="/record" search={{ exclusion: record.exclusionId }}>
          Go to record
        </TextLink>
      ),
  },
];

/** What is wrong with the records of the return: errors, which keep it back, then queries. */
export function ProblemsPanel({ check }: { readonly check: Check }) {
  const rows = check.records
    .flatMap((record) =>
      record.problems.map((problem, at) => ({ key: `${record.exclusionId} ${at}`, record, problem })),
    )
    .toSorted((a, b) => Number(b.problem.severity === 'error') - Number(a.problem.severity === 'error'));
  return (
    <Panel
      title="To put right"
      context={
        check.errors > 0
          ? 'Errors keep the return back. Queries do not: look at each, and leave it if it is right.'
          : 'Queries do not keep the return back: look at each, and leave it if it is right.'
      }
      flush
    >
      <DataTable
        caption="Errors and queries"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        empty={null}
        maxHeight="44vh"
      />
    </Panel>
  );
}
