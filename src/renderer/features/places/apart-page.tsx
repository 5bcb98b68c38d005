import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { AddIcon, PupilsIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ApartForm } from './apart-form.tsx';

type Pair = OperationOutput<'apart.list'>['pairs'][number];

/** Pupils who never share a session, whoever books. */
export function ApartPage() {
  const today = useToday();
  const mayBook = useMay('places.book');
  const [ended, setEnded] = useState(false);
  const [adding, setAdding] = useState(false);
  const pairs = useOperation('apart.list', { ended }, { keepPrevious: true });
  const end = useCommand('apart.end');

  const columns: Column<Pair>[] = [
    {
      key: 'pupils',
      header: 'Pupils',
      render: ({ pupils: [one, other] }) => (
        <>
          <PersonName name={one.name} /> and <PersonName name={other.name} />
        </>
      ),
    },
    { key: 'reason', header: 'Why', value: ({ reason }) => reason },
    {
      key: 'from',
      header: 'From',
      value: ({ from }) => from,
      render: ({ from }) => <DateText date={from} form="short" />,
      nowrap: true,
    },
    {
      key: 'to',
      header: 'To',
      value: ({ to }) => to,
      render: ({ to }) => (to === undefined ? 'Until it is ended' : <DateText date={to} form="short" />),
      nowrap: true,
    },
    ...(mayBook
      ? [
          {
            key: 'end',
            header: 'End it',
            render: ({ id, to }: Pair) =>
              to !== undefined && to < today ? (
                'Ended'
              ) : (
                <Button
                  size="small"
                  loading={end.isPending}
                  onClick={() =>
                    end.mutate(
                      { id },
                      {
                        onSuccess: () =>
                          notify({ title: 'Ended', text: 'It stays in the history of both pupils.' }),
                        onError: ({ error }) =>
                          notify({ tone: 'overdue', title: 'Not ended', text: error.message }),
                      },
                    )
                  }
                >
                  No longer kept apart
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page>
      <PageHeader title="Kept apart" context="Pupils who never share a session. No role can waive it." />
      {adding ? <ApartForm onClose={() => setAdding(false)} /> : null}
      <Panel
        title="Pairs"
        actions={
          <>
            <CheckboxField label="Also those that ended" checked={ended} onChange={setEnded} />
            {mayBook && !adding ? (
              <Button size="small" icon={AddIcon} onClick={() => setAdding(true)}>
                Keep two pupils apart
              </Button>
            ) : null}
          </>
        }
        flush
      >
        <Loaded query={pairs} what="who is kept apart">
          {({ pairs: list }) => (
            <DataTable
              caption="Pupils who are kept apart"
              columns={columns}
              rows={list}
              rowKey={({ id }) => id}
              initialSort={{ key: 'from', direction: 'descending' }}
              maxHeight="65vh"
              empty={
                <EmptyState icon={PupilsIcon} title="Nobody is kept apart">
                  Two pupils who must not meet are never booked into the same session.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
