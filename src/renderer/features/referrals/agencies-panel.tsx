import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, PhoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import styles from '../../ui/support/support.module.css';
import { DateText } from '../../ui/words/date-text.tsx';
import { AgencyForm } from './agency-form.tsx';
import type { Agency } from './types.ts';

const COLUMNS: readonly Column<Agency>[] = [
  {
    key: 'name',
    header: 'Agency',
    width: '24%',
    value: ({ name }) => name,
    render: ({ name, team }) => (
      <>
        {name}
        {team ? <span className={styles.under}>A team of several agencies</span> : null}
      </>
    ),
  },
  { key: 'helpsWith', header: 'Helps with', width: '26%', value: ({ helpsWith }) => helpsWith },
  {
    key: 'contact',
    header: 'Contact',
    width: '20%',
    render: ({ contact, phone, email }) =>
      [contact, phone, email].filter(Boolean).map((line) => <div key={line}>{line}</div>),
  },
  {
    key: 'parents',
    header: 'Parents',
    value: ({ needsParents }) => (needsParents ? 1 : 0),
    render: ({ needsParents }) => (needsParents ? 'Must have agreed' : 'Not needed'),
    nowrap: true,
  },
  { key: 'open', header: 'Open', numeric: true, value: ({ open }) => open },
  {
    key: 'ended',
    header: 'Takes referrals',
    value: ({ endedOn }) => endedOn ?? '',
    render: ({ endedOn }) =>
      endedOn ? (
        <StatusTag tone="closed">
          Ended <DateText date={endedOn} form="short" />
        </StatusTag>
      ) : (
        'Yes'
      ),
  },
];

/** The directory of agencies and teams. */
export function AgenciesPanel({ mayEdit }: { readonly mayEdit: boolean }) {
  const [opened, setOpened] = useState<'new' | Agency>();
  const list = useOperation('referrals.agencies', { ended: true });
  const close = () => setOpened(undefined);
  return (
    <>
      {opened === undefined ? null : (
        <Panel title={opened === 'new' ? 'Add an agency' : 'Change the agency'}>
          <AgencyForm
            key={opened === 'new' ? 'new' : opened.id}
            agency={opened === 'new' ? undefined : opened}
            onClose={close}
          />
        </Panel>
      )}
      <Panel
        title="Agencies"
        flush
        context="Whom the school can turn to"
        actions={
          mayEdit ? (
            <Button
              size="small"
              icon={AddIcon}
              pressed={opened === 'new'}
              onClick={() => setOpened(opened === 'new' ? undefined : 'new')}
            >
              Add an agency
            </Button>
          ) : undefined
        }
      >
        <Loaded query={list} what="the agencies">
          {({ agencies }) => (
            <DataTable
              caption="Agencies and teams"
              columns={COLUMNS}
              rows={agencies}
              rowKey={({ id }) => id}
              {...(mayEdit
                ? { onOpen: (agency: Agency) => setOpened(agency.endedOn ? undefined : agency) }
                : {})}
              initialSort={{ key: 'name', direction: 'ascending' }}
              maxHeight="50vh"
              empty={
                <EmptyState icon={PhoneIcon} title="No agency is in the directory">
                  Add those that the school works with: what they help with, whom to ask, and whether the
                  parents must have agreed.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}
