import { formatPence } from '#shared/text/format-pence.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { figureColumn, PROVIDER_COLUMN, type Use } from './provider-column.tsx';
import type { Figures } from './types.ts';

const days = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** Stays and what they cost: a dash where no cost was entered, never a zero. */
export function CostsPanel({ figures: { providers, total } }: { readonly figures: Figures }) {
  if (providers.length === 0) return null;
  const money = (header: string, of: (use: Use) => number | null) =>
    figureColumn(
      header,
      of,
      (use) => {
        const pence = of(use);
        return pence === null ? '–' : formatPence(pence);
      },
      total,
    );
  return (
    <Panel title="Stays and cost" context="The cost of a place used carries the empty ones with it." flush>
      <DataTable
        caption="Stays and cost by provider"
        columns={[
          PROVIDER_COLUMN,
          figureColumn(
            'Repeat stays',
            (use) => use.repeats,
            (use) => `${String(use.repeats)} of ${String(use.stays)}`,
            total,
          ),
          figureColumn(
            'Mean stay, days',
            (use) => use.meanStayDays,
            (use) => days(use.meanStayDays),
            total,
          ),
          money('Offered', (use) => use.costOffered),
          money('Used', (use) => use.costUsed),
          money('Unused', (use) => use.costUnused),
          money('Each place used', (use) => use.costPerUsed),
        ]}
        rows={providers}
        rowKey={({ providerId }) => providerId}
        empty={null}
      />
    </Panel>
  );
}
