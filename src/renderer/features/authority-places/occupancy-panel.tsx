import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { ShareBar } from '../../ui/data/share-bar.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { BLANK, figureColumn, nameColumn } from './figure-columns.tsx';
import type { Figures, Places, PlacesRow } from './types.ts';

const LEFT_TO_SAY = {
  provider: 'Open are all places of a provider less closures. A place that nobody marked counts as used.',
  school:
    'Places that each school’s pupils took. What exclusions asked for is known of the school whose records are here; of visiting pupils only their places are.',
} as const;

/** Places taken of places open, and what became of them, by provider or by sending school. */
export function OccupancyPanel({ places, total }: { readonly places: Places; readonly total: Figures }) {
  const { by, rows } = places;
  return (
    <Panel
      title={by === 'provider' ? 'Occupancy by provider' : 'Places by sending school'}
      context={LEFT_TO_SAY[by]}
      flush
    >
      <DataTable
        caption={by === 'provider' ? 'Places open and taken by provider' : 'Places taken by school'}
        columns={[nameColumn(by), ...shareColumns(by, total), ...countColumns(total), ...needColumns(places)]}
        rows={rows}
        rowKey={({ id }) => id}
        maxHeight="70vh"
        empty={
          <EmptyState icon={PlaceIcon} title="No places in these days">
            No provider was open and nobody had a place. Choose other days, or let the school enter its
            providers.
          </EmptyState>
        }
      />
    </Panel>
  );
}

const shareColumns = (by: Places['by'], total: Figures): readonly Column<PlacesRow>[] =>
  by === 'provider'
    ? [
        figureColumn('Open', ({ open }) => open, total),
        {
          key: 'occupancy',
          header: 'Taken of open',
          width: '150px',
          value: ({ taken, open }) => (open ? taken / open : -1),
          render: ({ taken, open }) => <ShareBar part={taken} all={open ?? 0} />,
          total: <ShareBar part={total.taken} all={total.open ?? 0} />,
        },
        figureColumn('Unused', ({ unused }) => unused, total),
      ]
    : [
        {
          key: 'share',
          header: 'Taken of all taken',
          width: '150px',
          value: ({ taken }) => taken,
          render: ({ taken }) => <ShareBar part={taken} all={total.taken} />,
          total: total.taken.toLocaleString('en-GB'),
        },
      ];

const countColumns = (total: Figures): readonly Column<PlacesRow>[] => [
  figureColumn('Attended', ({ attended }) => attended, total),
  figureColumn('Not taken up', ({ notTakenUp }) => notTakenUp, total),
  figureColumn('Not marked', ({ unmarked }) => unmarked, total),
  figureColumn('Pupils', ({ pupils }) => pupils, total),
];

/** Sessions without a place, by school: a provider has none of its own. */
function needColumns({ by, need }: Places): readonly Column<PlacesRow>[] {
  if (by === 'provider') return [];
  const say = (one: PlacesRow['need']) =>
    one ? <ShareBar part={one.sessions.noPlace} all={one.sessions.sessions} bad /> : BLANK;
  return [
    {
      key: 'no-place',
      header: 'No place found, sessions',
      width: '150px',
      value: (row) => row.need?.sessions.noPlace ?? -1,
      render: (row) => say(row.need),
      total: say(need),
    },
  ];
}
