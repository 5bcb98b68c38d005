import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

/** The name that the history, receipts and printed sheets carry. */
export function YourNamePanel() {
  const session = useOperation('session.get', {});
  return (
    <Loaded query={session} what="your name">
      {(working) => <YourNameForm key={working.userName} session={working} />}
    </Loaded>
  );
}

function YourNameForm({ session }: { readonly session: OperationOutput<'session.get'> }) {
  const workAs = useCommand('session.work-as');
  const [name, setName] = useState(session.userName);
  const refused = workAs.error?.error;
  const save = () => {
    if (session.role === 'none') return;
    workAs.mutate(
      { role: session.role, userName: name },
      { onSuccess: () => notify({ title: `What you do is now signed ${name.trim()}` }) },
    );
  };
  return (
    <Panel title="Your name" context="The history, the receipts and printed sheets say who it was.">
      <Stack gap={3}>
        {refused && !refused.fields ? <ErrorCallout title="Not saved" error={refused} /> : null}
        <TextField
          label="Name"
          name="userName"
          width="medium"
          value={name}
          onChange={setName}
          onEnter={save}
          maxLength={80}
          error={workAs.error?.fields['userName']}
        />
        <div>
          <Button loading={workAs.isPending} onClick={save}>
            Save the name
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
