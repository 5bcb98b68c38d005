import { useState } from 'react';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, EditIcon, PersonIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import type { Head, School } from './head.ts';
import { HeadForm } from './head-form.tsx';
import { actingTitle, headTitle } from '#shared/text/head-words.ts';

interface HeadsPanelProps {
  readonly heads: readonly Head[];
  readonly inForce: School['inForce'];
  readonly phase: string;
  readonly mayEdit: boolean;
}

/** The heads and acting heads of all times: only one who is in office on the day may decide. */
export function HeadsPanel({ heads, inForce, phase, mayEdit }: HeadsPanelProps) {
  const [editing, setEditing] = useState<Head | 'new'>();
  const inOffice = new Set(inForce.map(({ id }) => id));
  const columns: readonly Column<Head>[] = [
    { key: 'name', header: 'Name', render: ({ name }) => name },
    {
      key: 'as',
      header: 'As',
      render: ({ acting }) => (acting ? actingTitle(phase) : headTitle(phase)),
    },
    { key: 'from', header: 'From', nowrap: true, render: ({ from }) => <DateText date={from} /> },
    {
      key: 'to',
      header: 'To',
      nowrap: true,
      render: ({ to }) => (to === undefined ? 'No last day' : <DateText date={to} />),
    },
    {
      key: 'state',
      header: 'Today',
      render: ({ id }) =>
        inOffice.has(id) ? (
          <StatusTag tone="done">Decides</StatusTag>
        ) : (
          <StatusTag tone="closed">Not in office</StatusTag>
        ),
    },
    ...(mayEdit
      ? [
          {
            key: 'change',
            header: 'Change',
            width: '64px',
            render: (row: Head) => (
              <IconButton
                size="small"
                icon={EditIcon}
                label={`Change ${row.name}`}
                onClick={() => setEditing(row)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel
      title="Who decides"
      context="Only the head, or an acting head, may exclude. The day of the decision must fall in their dates."
      actions={
        mayEdit && editing === undefined ? (
          <Button size="small" icon={AddIcon} onClick={() => setEditing('new')}>
            Add a head or acting head
          </Button>
        ) : undefined
      }
      flush={editing === undefined && inForce.length > 0}
    >
      {editing === undefined ? (
        <Stack gap={3}>
          {inForce.length === 0 && heads.length > 0 ? (
            <Callout tone="overdue" title="Nobody is in office today">
              No exclusion can be decided today. Add the head, or an acting head, with the dates in office.
            </Callout>
          ) : null}
          <DataTable
            caption="Heads and acting heads"
            columns={columns}
            rows={heads}
            rowKey={({ id }) => id}
            empty={
              <EmptyState icon={PersonIcon} title="No head is entered">
                Until one is, no exclusion can be issued.
              </EmptyState>
            }
          />
        </Stack>
      ) : (
        <HeadForm
          key={editing === 'new' ? 'new' : editing.id}
          head={editing === 'new' ? undefined : editing}
          phase={phase}
          onDone={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}
