import type { OperationOutput } from '#shared/contract/contract.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';

type Coming = OperationOutput<'providers.get'>['coming'][number];

const COLUMNS: readonly Column<Coming>[] = [
  {
    key: 'session',
    header: 'Session',
    render: ({ date, slot }) => <SessionText date={date} slot={slot} form="short" />,
    nowrap: true,
  },
  {
    key: 'pupil',
    header: 'Pupil',
    render: ({ name, exclusionId }) => (
      <TextLink to="/places" search={exclusionId === undefined ? {} : { exclusion: exclusionId }}>
        <PersonName name={name} />
      </TextLink>
    ),
  },
  { key: 'form', header: 'Form', render: ({ form }) => form ?? '' },
  {
    key: 'state',
    header: 'Place',
    render: ({ state }) =>
      state === 'held' ? <StatusTag tone="held">Held</StatusTag> : <StatusTag tone="done">Booked</StatusTag>,
  },
];

/** Who has places here from today on. */
export function ComingPanel({ coming }: { readonly coming: readonly Coming[] }) {
  return (
    <Panel
      title="Coming"
      context={coming.length > 0 ? `${plural(coming.length, 'place')} from today on` : undefined}
      flush
    >
      <DataTable
        caption="Places from today on"
        columns={COLUMNS}
        rows={coming}
        rowKey={({ placeId }) => placeId}
        maxHeight="360px"
        empty={<EmptyState icon={CalendarIcon} title="Nobody is booked to come" />}
      />
    </Panel>
  );
}
