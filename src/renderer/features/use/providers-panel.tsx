import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { figureColumn, PROVIDER_COLUMN, type Rate, type Use } from './provider-column.tsx';
import type { Figures } from './types.ts';

const occupancy = ({ booked, offered }: Use): number => (offered === 0 ? 0 : booked / offered);

/** Use of places by provider, and by the school that sends the pupils. */
export function ProvidersPanel({ figures }: { readonly figures: Figures }) {
  const { providers, total, schools } = figures;
  const count = (header: string, of: (use: Use) => number) =>
    figureColumn(header, of, (use) => String(of(use)), total);
  const columns: readonly Column<Rate>[] = [
    PROVIDER_COLUMN,
    count('Offered', (use) => use.offered),
    count('Booked', (use) => use.booked),
    figureColumn('Occupancy', occupancy, (use) => `${(occupancy(use) * 100).toFixed(0)}%`, total),
    count('Attended', (use) => use.attended),
    count('Not taken up', (use) => use.notTakenUp),
    count('Not marked', (use) => use.unmarked),
    count('Unused', (use) => use.unused),
  ];
  return (
    <Panel
      title="Use by provider"
      context="Offered are all places of a provider, those open to other schools too. A place nobody marked counts as used."
      flush
    >
      <DataTable
        caption="Use of places by provider"
        columns={columns}
        rows={providers}
        rowKey={({ providerId }) => providerId}
        empty={
          <EmptyState
            icon={PlaceIcon}
            title="No providers yet"
            action={<ButtonLink to="/places/providers">Enter providers</ButtonLink>}
          >
            Enter the places where excluded pupils can be taught; their use is counted here.
          </EmptyState>
        }
      />
      {schools.length > 1 ? (
        <DataTable
          caption="Places by the school that sends the pupils"
          showCaption
          columns={[
            { key: 'school', header: 'School', width: '34%', value: ({ schoolName }) => schoolName },
            { key: 'booked', header: 'Booked', numeric: true, value: ({ booked }) => booked },
            { key: 'attended', header: 'Attended', numeric: true, value: ({ attended }) => attended },
            { key: 'pupils', header: 'Pupils', numeric: true, value: ({ pupils }) => pupils },
          ]}
          rows={schools}
          rowKey={({ schoolName }) => schoolName}
          empty={null}
        />
      ) : null}
    </Panel>
  );
}
