import { pupilFieldLabel, pupilValueWords } from '#shared/text/pupil-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { AddIcon, EditIcon, RefusedIcon, WarningIcon } from '../../ui/icons.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import type { Preview } from './use-pupil-import.ts';
import styles from './import.module.css';

type ImportRow = Preview['rows'][number];
type Problem = ImportRow['problems'][number];

const OUTCOMES = {
  new: (
    <StatusTag tone="done" icon={AddIcon}>
      New
    </StatusTag>
  ),
  changed: (
    <StatusTag tone="info" icon={EditIcon}>
      Changed
    </StatusTag>
  ),
  unchanged: <span className={styles.muted}>Unchanged</span>,
  refused: (
    <StatusTag tone="overdue" icon={RefusedIcon}>
      Refused
    </StatusTag>
  ),
} as const;

const COLUMNS: readonly Column<ImportRow>[] = [
  { key: 'line', header: 'Line', numeric: true, width: '70px', render: ({ line }) => line },
  { key: 'name', header: 'Name', width: '22%', render: ({ name }) => <PersonName name={name} /> },
  { key: 'upn', header: 'UPN', width: '140px', nowrap: true, render: ({ upn }) => upn },
  {
    key: 'outcome',
    header: 'Outcome',
    width: '120px',
    nowrap: true,
    render: ({ outcome }) => OUTCOMES[outcome],
  },
  { key: 'what', header: 'What changes, and remarks', render: (row) => <What row={row} /> },
];

/** The pupils of a dry run, each with every field from and to, and every reason. */
export function DryRunTable({ rows }: { readonly rows: readonly ImportRow[] }) {
  return (
    <DataTable
      caption="Pupils of the file and what would happen to each"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={<p className={styles.nobody}>No pupil of the file has this outcome.</p>}
    />
  );
}

function What({ row: { changes, problems, outcome } }: { readonly row: ImportRow }) {
  if (changes.length === 0 && problems.length === 0) return null;
  return (
    <ul className={styles.what}>
      {problems.map((problem) => (
        <li key={`${problem.element ?? ''} ${problem.message}`}>
          <ProblemText problem={problem} />
        </li>
      ))}
      {outcome === 'refused'
        ? null
        : changes.map(({ field, from, to }) => (
            <li key={field}>
              {pupilFieldLabel(field)}: <span className={styles.muted}>{pupilValueWords(field, from)}</span>{' '}
              <span aria-hidden="true">→</span>
              <VisuallyHidden>becomes</VisuallyHidden>{' '}
              <span className={styles.to}>{pupilValueWords(field, to)}</span>
            </li>
          ))}
    </ul>
  );
}

function ProblemText({
  problem: { severity, element, value, message, remedy },
}: {
  readonly problem: Problem;
}) {
  const error = severity === 'error';
  const IconOf = error ? RefusedIcon : WarningIcon;
  return (
    <span className={error ? styles.error : styles.warning}>
      <IconOf size={16} aria-hidden="true" />
      <span>
        <VisuallyHidden>{error ? 'Error:' : 'Warning:'}</VisuallyHidden>{' '}
        {element ? `${element}${value === undefined ? '' : ` “${value}”`}: ` : null}
        {message} <span className={styles.muted}>{remedy}</span>
      </span>
    </span>
  );
}
