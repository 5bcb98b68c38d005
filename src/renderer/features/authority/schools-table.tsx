import { phaseWords, returnsWords } from '#shared/text/return-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SchoolIcon } from '../../ui/icons.ts';
import { useMediaQuery } from '../../ui/hooks/use-media-query.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { dayOfInstant, plural } from '../../ui/words/format.ts';
import { addUp } from './add-up.ts';
import type { SchoolRow } from './types.ts';
import styles from './authority.module.css';

interface SchoolsTableProps {
  readonly rows: readonly SchoolRow[];
  /** Whether there are schools at all, found or not. */
  readonly any: boolean;
  readonly opened: string | undefined;
  readonly mayImport: boolean;
  readonly onOpen: (row: SchoolRow) => void;
  readonly onClear: () => void;
}

/** So many rows may stand on the page without a frame of their own. */
const FEW = 200;

/** Days of a number of sessions, in halves: "2,871.5". */
const daysOf = (sessions: number): string =>
  (sessions / 2).toLocaleString('en-GB', { minimumFractionDigits: sessions % 2 });

const figure = (
  key: 'fixedPeriod' | 'permanent' | 'lunchtime' | 'sessions' | 'pupils',
  header: string,
  total: number,
): Column<SchoolRow> => ({
  key,
  header,
  numeric: true,
  value: (row) => row[key],
  // Nothing received is not nothing to report: a blank, never a nought.
  render: (row) => (row.returns === 0 ? '' : row[key].toLocaleString('en-GB')),
  total: total.toLocaleString('en-GB'),
});

function columnsOf(rows: readonly SchoolRow[], wide: boolean): readonly Column<SchoolRow>[] {
  const total = addUp(rows);
  return [
    {
      key: 'name',
      header: 'School',
      value: ({ name }) => name,
      width: wide ? '26%' : '32%',
      render: ({ name }) => <span className={styles.school}>{name}</span>,
      total: plural(total.schools, 'school'),
    },
    ...(wide ? [{ key: 'number', header: 'Number', value: ({ laEstab }: SchoolRow) => laEstab }] : []),
    {
      key: 'phase',
      header: 'Phase',
      value: ({ phase }) => phaseWords(phase),
    },
    {
      key: 'returns',
      header: 'Returns',
      nowrap: true,
      value: ({ returns }) => returns,
      render: ({ returns, nilReturns }) =>
        returnsWords(returns, nilReturns) ?? <StatusTag tone="due">Nothing received</StatusTag>,
      total: <span className={styles.nowrap}>{returnsWords(total.returns, total.nilReturns) ?? '0'}</span>,
    },
    figure('fixedPeriod', 'Fixed period', total.fixedPeriod),
    figure('permanent', 'Permanent', total.permanent),
    figure('lunchtime', 'Lunchtime', total.lunchtime),
    ...(wide ? [figure('sessions', 'Sessions', total.sessions)] : []),
    {
      key: 'days',
      header: 'Days',
      numeric: true,
      value: ({ sessions }) => sessions,
      render: ({ returns, sessions }) => (returns === 0 ? '' : daysOf(sessions)),
      total: daysOf(total.sessions),
    },
    figure('pupils', 'Pupils', total.pupils),
    {
      key: 'last',
      header: 'Last received',
      nowrap: true,
      value: ({ lastReceived }) => lastReceived ?? '',
      render: ({ lastReceived }) => (lastReceived ? <DateText date={dayOfInstant(lastReceived)} /> : ''),
    },
  ];
}

/** Schools with their returns and totals; a row opens the files behind it. */
export function SchoolsTable({ rows, any, opened, mayImport, onOpen, onClear }: SchoolsTableProps) {
  // On a small window the names need the room: the number is in the school's panel, the sessions are twice the days.
  const wide = useMediaQuery('(min-width: 1500px), print');
  const low = useMediaQuery('(max-height: 560px)') && rows.length <= FEW;
  return (
    <DataTable
      caption="Schools with the returns received and totals by kind; open one for its files"
      columns={columnsOf(rows, wide)}
      rows={rows}
      rowKey={({ laEstab }) => laEstab}
      selectedKey={opened}
      onOpen={onOpen}
      initialSort={{ key: 'name', direction: 'ascending' }}
      // What the header, the filters and the strip leave; on a low window the page scrolls, not the table.
      maxHeight={low ? undefined : 'calc(100vh - 260px)'}
      empty={
        any ? (
          <EmptyState
            icon={SchoolIcon}
            title="No school has that name or number"
            action={<Button onClick={onClear}>Show all schools</Button>}
          />
        ) : (
          <EmptyState
            icon={SchoolIcon}
            title="Nothing has been received yet"
            action={
              mayImport ? <ButtonLink to="/authority/import">Import the first returns</ButtonLink> : undefined
            }
          >
            Schools appear here with their totals once their returns are imported.
          </EmptyState>
        )
      }
    />
  );
}
