import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';

interface Section {
  readonly table: string;
  readonly title: string;
  readonly rows: number;
}

const COLUMNS: readonly Column<Section>[] = [
  { key: 'title', header: 'What', render: ({ title }) => title },
  { key: 'rows', header: 'Entries', numeric: true, render: ({ rows }) => rows },
];

/** What is held, counted. */
export function HeldSections({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <Panel title="What is held" flush>
      <DataTable
        caption="Kinds of entries that are held"
        columns={COLUMNS}
        rows={sections}
        rowKey={({ table }) => table}
        empty={null}
      />
    </Panel>
  );
}
