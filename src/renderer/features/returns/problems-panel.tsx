import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ExplainQuery } from './explain-query.tsx';
import type { Check, CheckedProblem, CheckedRecord } from './types.ts';
import styles from './returns.module.css';

interface ProblemRow {
  readonly key: string;
  readonly record: CheckedRecord;
  readonly problem: CheckedProblem;
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
      ) : problem.explanation ? (
        <StatusTag tone="done">Explained</StatusTag>
      ) : (
        <StatusTag tone="due">Query</StatusTag>
      ),
  },
  {
    key: 'pupil',
    header: 'Pupil',
    width: '14%',
    value: ({ record }) => record.name,
    render: ({ record }) => <PersonName name={record.name} />,
  },
  {
    key: 'record',
    header: 'Record',
    width: '15%',
    value: ({ record }) => record.startDate ?? '',
    render: ({ record }) =>
      `${categoryWords(record.category)}${record.startDate ? `, ${formatShortDate(record.startDate)}` : ''}`,
  },
  {
    key: 'message',
    header: 'What is wrong',
    width: '36%',
    render: ({ record, problem }) => (
      <div className={styles.words}>
        {problem.message}
        {problem.severity === 'query' ? (
          <ExplainQuery exclusionId={record.exclusionId} problem={problem} />
        ) : null}
      </div>
    ),
  },
  {
    key: 'rule',
    header: 'Check',
    width: '15%',
    value: ({ problem }) => problem.rule,
    render: ({ problem }) => (
      <>
        {problem.rule} <span className={styles.muted}>{problem.title}</span>
      </>
    ),
  },
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

/** Errors first, then queries, then those that are explained. */
const weightOf = ({ severity, explanation }: CheckedProblem): number =>
  severity === 'error' ? 2 : explanation ? 0 : 1;

/** What is wrong with the records of the return: errors, which keep it back, then queries. */
export function ProblemsPanel({ check }: { readonly check: Check }) {
  const rows = check.records
    .flatMap((record) =>
      record.problems.map((problem, at) => ({ key: `${record.exclusionId} ${at}`, record, problem })),
    )
    .toSorted((a, b) => weightOf(b.problem) - weightOf(a.problem));
  return (
    <Panel
      title="To put right"
      context={
        check.errors > 0
          ? 'Errors keep the return back. Queries do not: put each right, or say why it may stand.'
          : 'Queries do not keep the return back: put each right, or say why it may stand.'
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
