import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { LockRulePanel } from './lock-rule-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PersonForm } from './person-form.tsx';
import { RolesPanel } from './roles-panel.tsx';
import { TemporaryPassword } from './temporary-password.tsx';
import type { Given, Person } from './types.ts';

/** Who signs in, with what roles; when the window locks; and what each role may do. */
export function PeoplePage() {
  const manages = useMay('people.manage');
  return (
    <Page>
      <PageHeader title="People" />
      <Stack gap={4}>
        {manages ? <Managed /> : null}
        <RolesPanel />
      </Stack>
    </Page>
  );
}

function Managed() {
  const session = useOperation('session.get', {}).data;
  const people = useOperation('people.list', {});
  const [editing, setEditing] = useState<Person | 'new'>();
  const [given, setGiven] = useState<Given>();
  if (session?.state === 'no-sign-in')
    return (
      <Callout tone="info" title="Nobody signs in to a demonstration">
        In your own database everybody has a name and a password, and the roles that you give them here.
      </Callout>
    );
  return (
    <Loaded query={people} what="the people">
      {(list) => (
        <Stack gap={4}>
          {given ? <TemporaryPassword given={given} onClose={() => setGiven(undefined)} /> : null}
          {editing ? (
            <PersonForm
              key={editing === 'new' ? 'new' : editing.id}
              person={editing === 'new' ? undefined : editing}
              list={list}
              onDone={(made) => {
                setEditing(undefined);
                if (made) setGiven(made);
              }}
            />
          ) : (
            <PeoplePanel people={list.people} self={session?.userId} onEdit={setEditing} onGiven={setGiven} />
          )}
          <LockRulePanel key={list.lockAfterMinutes} minutes={list.lockAfterMinutes} />
        </Stack>
      )}
    </Loaded>
  );
}
