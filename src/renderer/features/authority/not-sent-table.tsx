import { sentWords } from '#shared/text/return-words.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { CellState } from '#shared/domain/returns/who-has-sent.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import type { Tone } from '../../ui/theme/tone.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { dayOfInstant } from '../../ui/words/format.ts';
import type { NotSent } from './types.ts';
import styles from './authority.module.css';

type School = NotSent['schools'][number];
type Cell = School['cells'][number];

const TONES: Readonly<Record<CellState, Tone>> = {
  received: 'done',
  nil: 'done',
  missing: 'overdue',
  waiting: 'due',
  'not-expected': 'closed',
};

interface NotSentTableProps {
  readonly table: NotSent;
  readonly onlyMissing: boolean;
  readonly onShowAll: () => void;
}

/** Schools by periods; in each cell what has come, in words. */
export function NotSentTable({ table, onlyMissing, onShowAll }: NotSentTableProps) {
  const rows = onlyMissing
    ? table.schools.filter(({ cells }) => cells.some(({ state }) => state === 'missing'))
    : table.schools;
  const columns: readonly Column<School>[] = [
    {
      key: 'school',
      header: 'School',
      value: ({ name }) => name,
      render: ({ name, laEstab }) => (
        <>
          <span className={styles.school}>{name}</span>
          <div className={styles.muted}>{laEstab}</div>
        </>
      ),
    },
    ...table.periods.map(({ name, dueOn, sent, expected }, at): Column<School> => ({
      key: `period ${at}`,
      header: `${name}, due ${formatDate(dueOn)}`,
      value: ({ cells }) => cells[at]?.state ?? '',
      render: ({ cells }) => <SentCell cell={cells[at]} />,
      total: `${sent.toLocaleString('en-GB')} of ${expected.toLocaleString('en-GB')} sent`,
    })),
  ];
  return (
    <DataTable
      caption="Schools by periods, with what each has sent"
      columns={columns}
      rows={rows}
      rowKey={({ laEstab }) => laEstab}
      maxHeight="calc(100vh - 300px)"
      empty={
        table.schools.length > 0 && table.periods.length > 0 ? (
          <EmptyState
            icon={DoneIcon}
            title="Nothing is missing"
            action={<Button onClick={onShowAll}>Show all schools</Button>}
          >
            Every school that was open has sent what is due.
          </EmptyState>
        ) : (
          <EmptyState icon={DoneIcon} title="Nothing is asked for yet">
            Schools are listed here after the first census day of the school year.
          </EmptyState>
        )
      }
    />
  );
}

function SentCell({ cell }: { readonly cell: Cell | undefined }) {
  if (cell === undefined) return null;
  const { receivedAt, askedAt, timesAsked } = cell;
  return (
    <>
      <StatusTag tone={cell.late ? 'due' : TONES[cell.state]}>{sentWords(cell)}</StatusTag>
      {receivedAt === undefined ? null : (
        <div className={styles.muted}>
          <DateText date={dayOfInstant(receivedAt)} />
        </div>
      )}
      {receivedAt === undefined && askedAt !== undefined ? (
        <div className={styles.muted}>
          Asked <DateText date={dayOfInstant(askedAt)} />
          {timesAsked > 1 ? `, ${timesAsked} times` : null}
        </div>
      ) : null}
    </>
  );
}
