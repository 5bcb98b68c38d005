import type { FileProblem } from '#shared/kernel/result.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import styles from './import.module.css';

type Problem = Pick<FileProblem, 'severity' | 'message' | 'remedy'> & {
  readonly line?: number | undefined;
  readonly element?: string | undefined;
  readonly value?: string | undefined;
};

const COLUMNS: readonly Column<Problem & { readonly key: string }>[] = [
  {
    key: 'severity',
    header: 'Kind',
    width: '110px',
    render: ({ severity }) => (
      <StatusTag tone={severity === 'error' ? 'overdue' : 'due'}>
        {severity === 'error' ? 'Error' : 'Warning'}
      </StatusTag>
    ),
  },
  { key: 'line', header: 'Line', numeric: true, width: '70px', render: ({ line }) => line ?? '' },
  {
    key: 'element',
    header: 'Where',
    width: '20%',
    render: ({ element }) => <span className={styles.path}>{element}</span>,
  },
  {
    key: 'value',
    header: 'What is there',
    width: '18%',
    render: ({ value }) => <span className={styles.value}>{value}</span>,
  },
  { key: 'message', header: 'What is wrong', render: ({ message }) => message },
  { key: 'remedy', header: 'What to do', render: ({ remedy }) => remedy },
];

/** Problems of a file, each with its line, place, value and remedy. */
export function ProblemList({
  problems,
  caption,
}: {
  readonly problems: readonly Problem[];
  readonly caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={problems.map((problem, at) => ({ ...problem, key: String(at) }))}
      rowKey={({ key }) => key}
      empty={null}
    />
  );
}
