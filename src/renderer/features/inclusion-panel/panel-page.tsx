import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, CalendarIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { formatTime, plural } from '../../ui/words/format.ts';
import { MeetingForm } from './meeting-form.tsx';

type Row = OperationOutput<'panel.list'>['panels'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'on',
    header: 'Meets on',
    value: ({ on }) => on,
    render: ({ id: panelId, on, startsAt }) => (
      <>
        <TextLink to="/support/panel/$panelId" params={{ panelId }}>
          <DateText date={on} />
        </TextLink>
        {startsAt ? `, ${formatTime(startsAt)}` : null}
      </>
    ),
    nowrap: true,
  },
  { key: 'place', header: 'Place', width: '30%', value: ({ place }) => place ?? null },
  { key: 'pupils', header: 'Pupils', numeric: true, value: ({ pupils }) => pupils },
  {
    key: 'held',
    header: 'How it stands',
    value: ({ heldOn }) => heldOn ?? '',
    render: ({ heldOn }) =>
      heldOn ? <StatusTag tone="done">Held</StatusTag> : <StatusTag tone="info">To come</StatusTag>,
  },
  {
    key: 'actions',
    header: 'Actions to do',
    value: ({ actions }) => actions,
    render: ({ actions }) =>
      actions > 0 ? <StatusTag tone="due">{plural(actions, 'action')}</StatusTag> : 'None',
  },
];

/** The meetings of the inclusion panel. */
export function PanelPage() {
  const navigate = useNavigate();
  const mayEdit = useMay('support.edit');
  const [calling, setCalling] = useState(false);
  const list = useOperation('panel.list', {});
  const open = (panelId: string) => void navigate({ to: '/support/panel/$panelId', params: { panelId } });
  return (
    <Page>
      <PageHeader
        title="Inclusion panel"
        context="Who is spoken of and why, what is decided, and who sees to it"
        actions={
          mayEdit ? (
            <Button icon={AddIcon} pressed={calling} onClick={() => setCalling(!calling)}>
              Call a panel
            </Button>
          ) : undefined
        }
      />
      {calling ? (
        <Panel title="Call a panel">
          <MeetingForm meeting={undefined} onSaved={open} onClose={() => setCalling(false)} />
        </Panel>
      ) : null}
      <Panel title="Meetings" flush>
        <Loaded query={list} what="the meetings">
          {({ panels }) => (
            <DataTable
              caption="Meetings of the inclusion panel"
              columns={COLUMNS}
              rows={panels}
              rowKey={({ id }) => id}
              onOpen={({ id }) => open(id)}
              initialSort={{ key: 'on', direction: 'descending' }}
              maxHeight="70vh"
              empty={
                <EmptyState icon={CalendarIcon} title="No panel is called">
                  Call one: its agenda is proposed from who has no key worker, whose referral came back, whose
                  targets are not met, and who was excluded a third time.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
