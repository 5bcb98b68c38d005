import { formatPence } from '#shared/text/format-pence.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { figureColumn, nameColumn } from './figure-columns.tsx';
import type { Figures, Places } from './types.ts';

const days = (value: number): string => value.toFixed(1);

/** How long pupils stayed, and what the places cost. */
export function StaysPanel({
  places: { by, rows },
  total,
}: {
  readonly places: Places;
  readonly total: Figures;
}) {
  if (rows.length === 0) return null;
  const money = (header: string, of: keyof Figures['cost']) =>
    figureColumn(header, ({ cost }) => cost[of], total, formatPence);
  return (
    <Panel
      title="Stays and cost"
      context="Days of a stay within these days. A dash where a place that counts has no price, or where there is no figure."
      flush
    >
      <DataTable
        caption="Length and cost of stays"
        columns={[
          nameColumn(by),
          figureColumn('Stays', ({ stays }) => stays.n, total),
          figureColumn('Mean days', ({ stays }) => stays.mean, total, days),
          figureColumn('Standard deviation', ({ stays }) => stays.sd, total, days),
          figureColumn('Shortest', ({ stays }) => stays.min, total),
          figureColumn('Longest', ({ stays }) => stays.max, total),
          ...(by === 'provider' ? [money('Cost, open', 'offered')] : []),
          money('Cost, used', 'used'),
          ...(by === 'provider' ? [money('Cost, unused', 'unused')] : []),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        maxHeight="70vh"
        empty={null}
      />
    </Panel>
  );
}
