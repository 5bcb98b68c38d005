import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Figures } from './types.ts';

/** Like incidents, like lengths? */
export function LengthsPanel({ lengths }: { readonly lengths: Figures['lengths'] }) {
  return (
    <Panel title="Length by main reason" context="Suspensions begun in these days, in school days" flush>
      <DataTable
        caption="Length of exclusions by their main reason"
        columns={[
          {
            key: 'reason',
            header: 'Reason',
            width: '52%',
            value: ({ reason }) => reason,
          },
          { key: 'n', header: 'Suspensions', numeric: true, value: ({ n }) => n },
          {
            key: 'mean',
            header: 'Mean',
            numeric: true,
            value: ({ meanDays }) => meanDays,
            render: ({ meanDays }) => meanDays.toFixed(1),
          },
          {
            key: 'range',
            header: 'Range',
            numeric: true,
            nowrap: true,
            value: ({ maxDays }) => maxDays,
            render: ({ minDays, maxDays }) =>
              minDays === maxDays ? String(minDays) : `${String(minDays)} to ${String(maxDays)}`,
          },
        ]}
        rows={lengths}
        rowKey={({ reason }) => reason}
        maxHeight="420px"
        empty={
          <EmptyState icon={DoneIcon} title="None in these days">
            No suspension with a reason began in these days.
          </EmptyState>
        }
      />
    </Panel>
  );
}
