import type { OperationOutput } from '#shared/contract/contract.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { sessionKey } from './board-view.ts';

type Waiting = OperationOutput<'waiting.list'>['waiting'][number];

const REFRESH = 30_000;

/** Everybody who waits for a place at a provider, and where one is free now. */
export function WaitListsPage() {
  const mayBook = useMay('places.book');
  const waiting = useOperation('waiting.list', {}, { refreshEvery: REFRESH });
  const leave = useCommand('waiting.leave');
  const columns: Column<Waiting>[] = [
    {
      key: 'pupil',
      header: 'Pupil',
      render: ({ name, form, exclusionId }) => (
        <>
          <TextLink to="/places" search={{ exclusion: exclusionId }}>
            <PersonName name={name} />
          </TextLink>
          {form ? ` ${form}` : ''}
        </>
      ),
    },
    { key: 'provider', header: 'Waits for', value: ({ providerName }) => providerName },
    {
      key: 'free',
      header: 'Next free',
      value: ({ freeOn }) => (freeOn ? sessionKey(freeOn) : null),
      render: ({ freeOn }) =>
        freeOn ? <StatusTag tone="done">{sayShortSession(freeOn)}</StatusTag> : 'No session of the exclusion',
      nowrap: true,
    },
    {
      key: 'since',
      header: 'Since',
      value: ({ askedAt }) => askedAt,
      render: ({ askedAt }) => <InstantText instant={askedAt} />,
      nowrap: true,
    },
    { key: 'by', header: 'Put on by', value: ({ askedBy }) => askedBy },
    ...(mayBook
      ? [
          {
            key: 'leave',
            header: 'Take off',
            render: ({ id, providerName }: Waiting) => (
              <Button
                size="small"
                loading={leave.isPending}
                onClick={() =>
                  leave.mutate(
                    { id },
                    {
                      onSuccess: () =>
                        notify({ title: 'Taken off the list', text: 'It stays in the history.' }),
                    },
                  )
                }
              >
                Take off
                <VisuallyHidden> the list of {providerName}</VisuallyHidden>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page>
      <PageHeader title="Wait lists" context="Excluded pupils who wait for a place at a provider" />
      <Panel title="Waiting" flush>
        <Loaded query={waiting} what="the wait lists">
          {({ waiting: list }) => (
            <DataTable
              caption="Pupils on wait lists"
              columns={columns}
              rows={list}
              rowKey={({ id }) => id}
              initialSort={{ key: 'free', direction: 'ascending' }}
              maxHeight="70vh"
              empty={
                <EmptyState icon={DoneIcon} title="Nobody is on a wait list">
                  Where nobody can take a pupil, the board offers to wait for a provider; who waits stands
                  here.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
