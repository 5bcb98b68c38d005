import type { Session } from '#shared/domain/calendar/types.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { isBookable, runOf, sessionKey, type Board, type BoardCell, type BoardRow } from './board-view.ts';
import styles from './board.module.css';

interface OpenSessionsProps {
  readonly board: Board;
  readonly today: string;
  /** A pupil is picked and the role may book. */
  readonly canBook: boolean;
  readonly picked: boolean;
  readonly busy: boolean;
  readonly onBook: (row: BoardRow, sessions: readonly Session[], hold: boolean) => void;
}

interface OpenSession {
  readonly row: BoardRow;
  readonly cell: BoardCell;
}

/** The board without its grid: what can be booked this week, as tables with buttons. */
export function OpenSessions({ board, today, canBook, picked, busy, onBook }: OpenSessionsProps) {
  const personName = usePersonName();
  const runs = board.providers
    .map((row) => ({ row, run: runOf(row, today) }))
    .filter(({ run }) => run.length > 0)
    .toSorted((a, b) => b.run.length - a.run.length);
  const open = board.providers
    .flatMap((row) =>
      row.cells
        .filter((cell) => (picked ? isBookable(cell) : cell.state === 'open'))
        .map((cell): OpenSession => ({ row, cell })),
    )
    .toSorted((a, b) => (sessionKey(a.cell) < sessionKey(b.cell) ? -1 : 1));

  const buttons = (row: BoardRow, sessions: readonly Session[], about: string) => (
    <div className={styles.buttons}>
      <Button size="small" disabled={busy} onClick={() => onBook(row, sessions, false)}>
        {`Book ${about}`}
      </Button>
      <Button size="small" variant="quiet" disabled={busy} onClick={() => onBook(row, sessions, true)}>
        {`Hold ${about}`}
      </Button>
    </div>
  );

  const runColumns: Column<(typeof runs)[number]>[] = [
    { key: 'provider', header: 'Provider', value: ({ row }) => row.name },
    { key: 'kind', header: 'Kind', value: ({ row }) => PROVIDER_KIND_WORDS[row.kind].one, width: '180px' },
    {
      key: 'can',
      header: 'Sessions it can take',
      value: ({ run }) => run.length,
      numeric: true,
      width: '150px',
    },
    ...(canBook
      ? [
          {
            key: 'book',
            header: 'All of them',
            render: ({ row, run }: (typeof runs)[number]) => buttons(row, run, plural(run.length, 'session')),
          },
        ]
      : []),
  ];
  const columns: Column<OpenSession>[] = [
    {
      key: 'session',
      header: 'Session',
      value: ({ cell }) => sessionKey(cell),
      render: ({ cell }) => <SessionText date={cell.date} slot={cell.slot} form="short" />,
      nowrap: true,
    },
    { key: 'provider', header: 'Provider', value: ({ row }) => row.name },
    {
      key: 'free',
      header: 'Free',
      value: ({ cell }) => cell.capacity - cell.booked - cell.held,
      render: ({ cell }) => `${String(cell.capacity - cell.booked - cell.held)} of ${String(cell.capacity)}`,
      numeric: true,
      nowrap: true,
    },
    {
      key: 'there',
      header: 'Who is there',
      render: ({ cell }) =>
        cell.pupils.length === 0 ? 'Nobody yet' : cell.pupils.map(({ name }) => personName(name)).join(', '),
    },
    ...(canBook
      ? [
          {
            key: 'book',
            header: 'Book',
            render: ({ row, cell }: OpenSession) =>
              buttons(row, [{ date: cell.date, slot: cell.slot }], cell.slot),
          },
        ]
      : []),
  ];

  return (
    <Stack gap={4}>
      {picked ? (
        <Panel
          title="Providers that can take the pupil"
          context="This week, from today on, the longest run first"
          flush
        >
          <DataTable
            caption="Providers that can take the pupil this week"
            columns={runColumns}
            rows={runs}
            rowKey={({ row }) => row.id}
            empty={<NothingOpen />}
          />
        </Panel>
      ) : null}
      <Panel title={picked ? 'Session by session' : 'Sessions with a free place'} flush>
        <DataTable
          caption={picked ? 'Sessions the pupil can be booked into' : 'Sessions with a free place'}
          columns={columns}
          rows={open}
          rowKey={({ row, cell }) => `${row.id} ${sessionKey(cell)}`}
          initialSort={{ key: 'session', direction: 'ascending' }}
          maxHeight="60vh"
          empty={<NothingOpen />}
        />
      </Panel>
    </Stack>
  );
}

const NothingOpen = () => (
  <EmptyState icon={CalendarIcon} title="Nothing to book this week">
    No provider has a free place in a session that is needed. Look at another week.
  </EmptyState>
);
