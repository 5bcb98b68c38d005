import { DataTable } from '../../ui/data/data-table.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import type { Stay } from './types.ts';

type Row = Stay & { readonly number: number };

/** Where the pupil had places, and how many were taken up. */
export function StaysTable({ stays }: { readonly stays: readonly Stay[] }) {
  return (
    <DataTable
      caption="Stays at providers"
      columns={[
        { key: 'provider', header: 'Provider', width: '34%', value: ({ providerName }) => providerName },
        {
          key: 'from',
          header: 'From',
          nowrap: true,
          value: ({ from }) => from,
          render: ({ from }) => <DateText date={from} />,
        },
        {
          key: 'to',
          header: 'To',
          nowrap: true,
          value: ({ to }) => to,
          render: ({ to }) => <DateText date={to} />,
        },
        { key: 'sessions', header: 'Sessions', numeric: true, value: ({ sessions }) => sessions },
        { key: 'attended', header: 'Attended', numeric: true, value: ({ attended }) => attended },
        { key: 'missed', header: 'Not taken up', numeric: true, value: ({ notTakenUp }) => notTakenUp },
      ]}
      rows={stays.map((stay, number): Row => ({ ...stay, number }))}
      rowKey={({ number }) => String(number)}
      empty={null}
    />
  );
}
