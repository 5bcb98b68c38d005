import { sayConferenceExclusion } from '#shared/text/conference-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import type { ListedExclusion } from './types.ts';

interface ExclusionsTableProps {
  readonly caption: string;
  readonly exclusions: readonly ListedExclusion[];
  /** With the numbers by which the criteria name them. */
  readonly numbered?: boolean | undefined;
}

type Row = ListedExclusion & { readonly number: number };

const NUMBER: Column<Row> = {
  key: 'number',
  header: 'No.',
  numeric: true,
  width: '60px',
  value: ({ number }) => number,
};

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'start',
    header: 'Began',
    nowrap: true,
    value: ({ startDate }) => startDate,
    render: ({ startDate }) => <DateText date={startDate} />,
  },
  { key: 'kind', header: 'What', nowrap: true, value: sayConferenceExclusion },
  { key: 'school', header: 'School', value: ({ schoolName }) => schoolName },
  { key: 'reasons', header: 'Reasons, the main one first', render: ({ reasons }) => reasons.join('; ') },
];

/** Exclusions with their school, length and reasons. */
export function ExclusionsTable({ caption, exclusions, numbered }: ExclusionsTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={numbered ? [NUMBER, ...COLUMNS] : COLUMNS}
      rows={exclusions.map((one, at): Row => ({ ...one, number: at + 1 }))}
      rowKey={({ number }) => String(number)}
      empty={null}
    />
  );
}
