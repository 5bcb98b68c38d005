import { sayPlacesNumber } from '#shared/text/forecast-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import type { NeededDay } from './types.ts';

interface StageRow {
  readonly label: string;
  /** Places by day, in the order of the days. */
  readonly places: readonly number[];
}

/** What the likely need of each day is made of, by key stage. */
export function StagesTable({ days }: { readonly days: readonly NeededDay[] }) {
  const rows = (days[0]?.need.byStage ?? []).map(({ label, stage }): StageRow => ({
    label,
    places: days.map(({ need }) => {
      const one = need.byStage.find((other) => other.stage === stage);
      return one ? one.known + one.expected : 0;
    }),
  }));
  const columns: readonly Column<StageRow>[] = [
    { key: 'stage', header: 'Key stage', nowrap: true, render: ({ label }) => label },
    ...days.map(({ date, label }, at): Column<StageRow> => ({
      key: date,
      header: label.split(' ').slice(0, 2).join(' '),
      numeric: true,
      render: ({ places }) => sayPlacesNumber(places[at] ?? 0),
    })),
  ];
  return (
    <DataTable
      caption="Places likely needed by key stage"
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
      empty={null}
    />
  );
}
