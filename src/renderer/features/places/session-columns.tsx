import { sayShortSession } from '#shared/text/provider-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import {
  isBookable,
  isWaivable,
  sessionKey,
  toRunSession,
  type Board,
  type BoardCell,
  type BoardRow,
  type RunSession,
} from './board-view.ts';
import { hideNames } from './hide-names.ts';
import type { Selection } from './selection.ts';

/** A session of a provider, as a row of a table. */
export interface ListedSession {
  readonly row: BoardRow;
  readonly cell: BoardCell;
  readonly session: RunSession;
}

interface ListOptions {
  readonly picked: boolean;
  readonly today: string;
}

/** The cells of a board by what can be done with them, in order of session; what does not run is left out. */
export function listedSessions(board: Board, { picked, today }: ListOptions) {
  const all = board.providers
    .flatMap((row) => row.cells.map((cell): ListedSession => ({ row, cell, session: toRunSession(cell) })))
    .filter(({ cell }) => cell.state !== 'not-run')
    .toSorted((a, b) => (sessionKey(a.cell) < sessionKey(b.cell) ? -1 : 1));
  return {
    open: all.filter(({ cell }) => (picked ? isBookable(cell) : cell.state === 'open')),
    waivable: all.filter(({ cell }) => isWaivable(cell) && cell.date >= today),
    without: all.filter(
      ({ cell }) => cell.wanted && cell.cannot !== undefined && !isWaivable(cell) && cell.date >= today,
    ),
  };
}

interface ColumnOptions {
  readonly personName: (name: string) => string;
  /** Shows why instead of who is there. */
  readonly why?: boolean | undefined;
  readonly selected: Selection | undefined;
  readonly onToggle: ((listed: ListedSession) => void) | undefined;
}

export function sessionColumns(options: ColumnOptions): readonly Column<ListedSession>[] {
  const { personName, why = false, selected, onToggle } = options;
  const isSelected = ({ row, session }: ListedSession) =>
    selected?.providerId === row.id &&
    selected.sessions.some((one) => sessionKey(one) === sessionKey(session));
  return [
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
      render: ({ cell }) =>
        `${String(Math.max(0, cell.capacity - cell.booked - cell.held))} of ${String(cell.capacity)}`,
      numeric: true,
      nowrap: true,
    },
    why
      ? {
          key: 'why',
          header: 'Why not',
          render: ({ cell }) =>
            cell.cannot === undefined ? '' : hideNames(cell.cannot, cell.pupils, personName),
        }
      : {
          key: 'there',
          header: 'Who is there',
          render: ({ cell }) =>
            cell.pupils.length === 0
              ? 'Nobody yet'
              : cell.pupils.map(({ name }) => personName(name)).join(', '),
        },
    ...(onToggle
      ? [
          {
            key: 'select',
            header: 'Run',
            render: (listed: ListedSession) => (
              <Button
                size="small"
                variant="quiet"
                pressed={isSelected(listed)}
                onClick={() => onToggle(listed)}
              >
                {isSelected(listed) ? 'Take out' : 'Select'}
                <VisuallyHidden>
                  {' '}
                  {sayShortSession(listed.cell)} at {listed.row.name}
                </VisuallyHidden>
              </Button>
            ),
          },
        ]
      : []),
  ];
}
