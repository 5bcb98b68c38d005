import type { OperationOutput } from '#shared/contract/contract.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { StayList } from '../../ui/stays/stay-list.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useOperation } from '../../api/client.ts';
import { PURPOSE_WORDS } from '#shared/text/placement-words.ts';
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
    render: ({ name, placementId, purpose }) => (
      <>
        <TextLink to="/places/stays/$placementId" params={{ placementId }}>
          <PersonName name={name} />
        </TextLink>
        {purpose === 'exclusion' ? null : ` · ${PURPOSE_WORDS[purpose]}`}
      </>
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

interface ComingPanelProps {
  readonly providerId: string;
  readonly coming: readonly Coming[];
}

/** Who has places here from today on, session by session, and the stays with what came of them. */
export function ComingPanel({ providerId, coming }: ComingPanelProps) {
  return (
    <SplitLayout kind="form" aside={<StaysHere providerId={providerId} />}>
      <Panel
        title="Coming"
        context={coming.length > 0 ? `${plural(coming.length, 'place')} from today on` : undefined}
        actions={
          <ButtonLink size="small" to="/places/register" search={{ provider: providerId }}>
            The register of the day
          </ButtonLink>
        }
        flush
      >
        <DataTable
          caption="Places from today on"
          columns={COLUMNS}
          rows={coming}
          rowKey={({ placeId }) => placeId}
          maxHeight="60vh"
          empty={
            <EmptyState icon={CalendarIcon} title="Nobody is booked to come">
              Places are booked on the board.
            </EmptyState>
          }
        />
      </Panel>
    </SplitLayout>
  );
}

/** The list goes no further back than this. */
const STAYS_SHOWN = 20;

function StaysHere({ providerId }: { readonly providerId: string }) {
  const query = useOperation('stays.list', { providerId });
  return (
    <Loaded query={query} what="the stays">
      {({ stays }) => (
        <Panel
          title="Stays"
          context={
            stays.length > STAYS_SHOWN
              ? `The newest ${String(STAYS_SHOWN)} of ${String(stays.length)}`
              : undefined
          }
        >
          {stays.length === 0 ? (
            <Text muted>Nobody has stayed here yet.</Text>
          ) : (
            <StayList stays={stays.slice(0, STAYS_SHOWN)} named="pupil" />
          )}
        </Panel>
      )}
    </Loaded>
  );
}
