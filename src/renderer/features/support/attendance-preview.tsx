import type { OperationOutput } from '#shared/contract/contract.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { Text } from '../../ui/layout/text.tsx';

type Preview = OperationOutput<'support.preview-attendance'>;
type Figure = Preview['rows'][number];

const EFFECT = { raised: 'Comes on the register', added: 'Noted in the entry' } as const;

const COLUMNS: readonly Column<Figure>[] = [
  { key: 'line', header: 'Line', numeric: true, width: '70px', value: ({ line }) => line },
  {
    key: 'name',
    header: 'Pupil',
    value: ({ name }) => name,
    render: ({ name }) => <PersonName name={name} />,
  },
  { key: 'percent', header: 'Attendance', numeric: true, value: ({ percent }) => percent, render: figureOf },
  {
    key: 'on',
    header: 'Last day',
    value: ({ on }) => on,
    render: ({ on }) => <DateText date={on} form="short" />,
    nowrap: true,
  },
  {
    key: 'register',
    header: 'At-risk register',
    value: ({ register }) => ['raised', 'added', 'unchanged'].indexOf(register),
    render: ({ register }) =>
      register === 'unchanged' ? '' : <StatusTag tone="due">{EFFECT[register]}</StatusTag>,
  },
];

function figureOf({ percent, before }: Figure): string {
  const now = `${percent.toLocaleString('en-GB')}%`;
  return before === undefined || before === percent ? now : `${before.toLocaleString('en-GB')}% → ${now}`;
}

/** What a file of attendance would do, those who come on the register first. */
export function AttendancePreview({ preview: { rows, counts } }: { readonly preview: Preview }) {
  return (
    <>
      <Text>
        {plural(counts.new, 'new figure')}, {counts.changed} changed, {counts.unchanged} noted already.{' '}
        {plural(counts.raised, 'pupil')} would come on the register; the figure is noted in{' '}
        {plural(counts.added, 'entry', 'entries')} that are there.
      </Text>
      <DataTable
        caption="What the file would change"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ line }) => String(line)}
        initialSort={{ key: 'register', direction: 'ascending' }}
        maxHeight="44vh"
        empty={null}
      />
    </>
  );
}
