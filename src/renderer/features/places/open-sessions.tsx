import type { ReactNode } from 'react';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { runOf, type Board, type BoardRow, type RunSession } from './board-view.ts';
import { listedSessions, sessionColumns, type ListedSession } from './session-columns.tsx';
import { toggle } from './selection.ts';
import type { RunPlan } from './use-run.ts';
import styles from './board.module.css';

interface OpenSessionsProps {
  readonly board: Board;
  readonly today: string;
  readonly picked: boolean;
  readonly plan: RunPlan;
  /** A pupil is picked and the role may book. */
  readonly canBook: boolean;
  readonly mayOverride: boolean;
  readonly busy: boolean;
  /** What Enter would do, as on the grid. */
  readonly bar: ReactNode;
}

/** The board without its grid: the same sessions and the same steps, as tables with buttons. */
export function OpenSessions(props: OpenSessionsProps) {
  const { board, today, picked, plan, canBook, mayOverride, busy, bar } = props;
  const personName = usePersonName();
  const runs = board.providers
    .map((row) => ({ row, run: runOf(row, today) }))
    .filter(({ run }) => run.length > 0)
    .toSorted((a, b) => b.run.length - a.run.length);
  const { open, waivable, without } = listedSessions(board, { picked, today });

  const buttons = (row: BoardRow, run: readonly RunSession[]) => (
    <div className={styles.buttons}>
      <Button size="small" disabled={busy} onClick={() => plan.bookAt(row, run, false)}>
        Book
        <VisuallyHidden>{` ${plural(run.length, 'session')} at ${row.name}`}</VisuallyHidden>
      </Button>
      <Button size="small" variant="quiet" disabled={busy} onClick={() => plan.bookAt(row, run, true)}>
        Hold
        <VisuallyHidden>{` ${plural(run.length, 'session')} at ${row.name}`}</VisuallyHidden>
      </Button>
    </div>
  );
  const runColumns: Column<(typeof runs)[number]>[] = [
    { key: 'provider', header: 'Provider', value: ({ row }) => row.name, width: '32%' },
    { key: 'kind', header: 'Kind', value: ({ row }) => PROVIDER_KIND_WORDS[row.kind].one },
    {
      key: 'can',
      header: 'Can take',
      value: ({ run }) => run.length,
      numeric: true,
      nowrap: true,
    },
    {
      key: 'week',
      header: 'In the week',
      render: ({ row: { week } }) =>
        week ? `${String(week.pupils)} of ${String(week.capacity)}` : 'No limit',
      numeric: true,
    },
    ...(canBook
      ? [
          {
            key: 'book',
            header: 'All of them',
            nowrap: true,
            render: ({ row, run }: (typeof runs)[number]) => buttons(row, run),
          },
        ]
      : []),
  ];
  const columns = sessionColumns({
    personName,
    selected: canBook ? plan.selection : undefined,
    onToggle: canBook
      ? ({ row, session }) => plan.select(toggle(plan.selection, row.id, session))
      : undefined,
  });
  const rowKey = ({ row, session }: ListedSession) => `${row.id} ${session.date} ${session.slot}`;

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
      <Panel title={picked ? 'Session by session' : 'Sessions with a free place'} footer={bar} flush>
        <DataTable
          caption={picked ? 'Sessions the pupil can be booked into' : 'Sessions with a free place'}
          columns={columns}
          rows={open}
          rowKey={rowKey}
          initialSort={{ key: 'session', direction: 'ascending' }}
          maxHeight="60vh"
          empty={<NothingOpen />}
        />
      </Panel>
      {picked && waivable.length > 0 ? (
        <Panel
          title="If rules are waived"
          context={mayOverride ? 'Select sessions, then Override…' : 'Your role may not waive them'}
          flush
        >
          <DataTable
            caption="Sessions the pupil could be booked into if rules were waived"
            columns={sessionColumns({
              personName,
              why: true,
              selected: canBook && mayOverride ? plan.selection : undefined,
              onToggle:
                canBook && mayOverride
                  ? ({ row, session }) => plan.select(toggle(plan.selection, row.id, session))
                  : undefined,
            })}
            rows={waivable}
            rowKey={rowKey}
            maxHeight="40vh"
            empty={null}
          />
        </Panel>
      ) : null}
      {picked && without.length > 0 ? (
        <Panel title="What cannot take the pupil" context="With every reason" flush>
          <DataTable
            caption="Sessions that cannot take the pupil, and why"
            columns={sessionColumns({ personName, why: true, selected: undefined, onToggle: undefined })}
            rows={without}
            rowKey={rowKey}
            maxHeight="40vh"
            empty={null}
          />
        </Panel>
      ) : null}
    </Stack>
  );
}

const NothingOpen = () => (
  <EmptyState icon={CalendarIcon} title="Nothing to book this week">
    No provider has a free place in a session that is needed. Look at another week.
  </EmptyState>
);
