import { useState } from 'react';
import { ROLE_NAMES } from '#shared/text/role-words.ts';
import { useCommand } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, EditIcon, KeyIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { Given, Person, RoleTerm } from './types.ts';
import styles from './people.module.css';

interface Props {
  readonly people: readonly Person[];
  /** The person at the PC. */
  readonly self: string | undefined;
  readonly onEdit: (person: Person | 'new') => void;
  readonly onGiven: (given: Given) => void;
}

/** Everybody who signs in here, those who have left last. */
export function PeoplePanel({ people, self, onEdit, onGiven }: Props) {
  const reset = useCommand('people.reset-password');
  const [asking, setAsking] = useState<Person>();
  const refused = reset.error?.error;
  const rows = people.toSorted((a, b) => Number(b.active) - Number(a.active));
  const give = (person: Person) =>
    reset.mutate(
      { id: person.id },
      {
        onSuccess: ({ temporaryPassword }) => onGiven({ name: person.name, password: temporaryPassword }),
        onSettled: () => setAsking(undefined),
      },
    );
  const columns: readonly Column<Person>[] = [
    { key: 'name', header: 'Name', render: ({ name }) => <Text strong>{name}</Text> },
    {
      key: 'roles',
      header: 'Roles',
      render: ({ roles }) => (
        <ul className={styles.terms}>
          {roles.map((term) => (
            <li key={`${term.role} ${term.providerId ?? ''} ${term.from ?? ''}`}>
              <Term term={term} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'last',
      header: 'Last signed in',
      render: ({ lastSignInAt }) =>
        lastSignInAt === undefined ? 'Never' : <InstantText instant={lastSignInAt} />,
    },
    { key: 'state', header: 'State', render: (person) => <State person={person} /> },
    {
      key: 'change',
      header: 'Change',
      width: '100px',
      nowrap: true,
      render: (person) => (
        <>
          <IconButton
            size="small"
            icon={EditIcon}
            label={`Change ${person.name}`}
            onClick={() => onEdit(person)}
          />
          {person.active && person.id !== self ? (
            <IconButton
              size="small"
              icon={KeyIcon}
              label={`New password for ${person.name}`}
              onClick={() => setAsking(person)}
            />
          ) : null}
        </>
      ),
    },
  ];
  return (
    <Panel
      title="Who signs in"
      context="Everybody has a name and a password of their own, so that the history says who it was."
      actions={
        <Button size="small" icon={AddIcon} onClick={() => onEdit('new')}>
          Add a person
        </Button>
      }
      flush
    >
      <Stack gap={3}>
        {refused ? <ErrorCallout title="No new password was given" error={refused} /> : null}
        <DataTable caption="People" columns={columns} rows={rows} rowKey={({ id }) => id} empty={null} />
      </Stack>
      <ConfirmDialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={`A new password for ${asking?.name ?? ''}`}
        confirmLabel="Give a temporary password"
        busy={reset.isPending}
        onConfirm={() => {
          if (asking) give(asking);
        }}
      >
        The present password stops working. The temporary one is shown once, for you to hand over; another is
        chosen at the next sign-in.
      </ConfirmDialog>
    </Panel>
  );
}

function Term({ term: { role, providerName, from, to } }: { readonly term: RoleTerm }) {
  return (
    <>
      {ROLE_NAMES[role]}
      {providerName === undefined ? '' : `, ${providerName}`}
      {from === undefined && to === undefined ? null : (
        <Text as="span" muted small>
          {' '}
          {from === undefined ? null : (
            <>
              from <DateText date={from} />{' '}
            </>
          )}
          {to === undefined ? null : (
            <>
              to <DateText date={to} />
            </>
          )}
        </Text>
      )}
    </>
  );
}

function State({ person: { active, mustChange, waitUntil } }: { readonly person: Person }) {
  if (!active) return <StatusTag tone="closed">Left</StatusTag>;
  if (waitUntil !== undefined)
    return (
      <StatusTag tone="overdue">
        Waits until <InstantText instant={waitUntil} />
      </StatusTag>
    );
  if (mustChange) return <StatusTag tone="due">Temporary password</StatusTag>;
  return <StatusTag tone="done">Signs in</StatusTag>;
}
