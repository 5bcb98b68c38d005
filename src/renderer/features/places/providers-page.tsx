import { useNavigate } from '@tanstack/react-router';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { AddIcon, PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { sayClosure } from './closures-panel.tsx';
import { useMay } from '../../api/use-may.ts';
import { sayWeek } from './week-draft.ts';

type ListedProvider = OperationOutput<'providers.list'>['providers'][number];

const columnsFor = (today: string): readonly Column<ListedProvider>[] => [
  {
    key: 'name',
    header: 'Name',
    value: ({ name }) => name,
    render: ({ id, name }) => (
      <TextLink to="/places/providers/$providerId" params={{ providerId: id }}>
        {name}
      </TextLink>
    ),
  },
  { key: 'kind', header: 'Kind', value: ({ kind }) => PROVIDER_KIND_WORDS[kind].one },
  { key: 'week', header: 'Week', render: ({ sessions }) => sayWeek(sessions) },
  {
    key: 'closed',
    header: 'Next closed days',
    render: ({ closures }) => {
      const next = closures.find(({ to }) => to >= today);
      return next ? sayClosure(next) : 'None';
    },
  },
  {
    key: 'contact',
    header: 'Who to ring',
    render: ({ contactName, contactPhone }) => [contactName, contactPhone].filter(Boolean).join(', '),
  },
  {
    key: 'state',
    header: 'State',
    value: ({ active }) => (active ? 'In use' : 'Not in use'),
    render: ({ active }) =>
      active ? <StatusTag tone="done">In use</StatusTag> : <StatusTag tone="closed">Not in use</StatusTag>,
    width: '120px',
  },
];

/** Every provider, with its week at a glance. */
export function ProvidersPage() {
  const navigate = useNavigate();
  const today = useToday();
  const mayEdit = useMay('providers.edit');
  const query = useOperation('providers.list', {});
  const add = (
    <ButtonLink
      variant="primary"
      icon={AddIcon}
      to="/places/providers/$providerId"
      params={{ providerId: 'new' }}
    >
      Add a provider
    </ButtonLink>
  );
  const none = query.data?.providers.length === 0;
  return (
    <Page>
      <PageHeader
        title="Providers"
        context="Where excluded pupils can be taught"
        actions={
          <>
            <ButtonLink to="/places">The board</ButtonLink>
            {mayEdit && !none ? add : null}
          </>
        }
      />
      <Loaded query={query} what="the providers">
        {({ providers }) => (
          <Panel flush>
            <DataTable
              caption="Providers"
              columns={columnsFor(today)}
              rows={providers}
              rowKey={({ id }) => id}
              initialSort={{ key: 'name', direction: 'ascending' }}
              onOpen={({ id }) =>
                void navigate({ to: '/places/providers/$providerId', params: { providerId: id } })
              }
              empty={
                <EmptyState icon={PlaceIcon} title="No providers yet" action={mayEdit ? add : undefined}>
                  Add your own unit, a pupil referral unit, a partner school or an authority centre; then its
                  places can be booked on the board.
                </EmptyState>
              }
            />
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
