import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { KeysHere } from './recovery-panel.tsx';
import type { NewKey } from './recovery-sheet.tsx';

interface Props {
  readonly keys: KeysHere;
  readonly onMade: (made: NewKey) => void;
}

/** Encrypts everything anew: when a sheet or a PC was lost, or somebody left who could open the records. */
export function ChangeKeyPanel({ keys, onMade }: Props) {
  const change = useCommand('keys.change');
  const [password, setPassword] = useState('');
  const [asking, setAsking] = useState(false);
  // Without an account that opens the records, the password of who does it is what opens them afterwards.
  const needsPassword = !keys.open && keys.thisAccount?.admitted !== true;
  const errors = change.error?.error.fields ?? [];
  const send = () => {
    setAsking(false);
    change.mutate(needsPassword ? { password } : {}, {
      onSuccess: (made) => {
        setPassword('');
        notify({ tone: 'done', title: 'The key was changed', text: 'Print the new recovery sheet now.' });
        onMade(made);
      },
    });
  };
  return (
    <Panel title="Change the key">
      <Stack gap={4}>
        <p>
          Do this when a recovery sheet or a PC with a copy of the records was lost, or when somebody who knew
          how to open them has left. Every record is encrypted anew: the old sheet, other accounts and
          everybody’s password no longer open it. People sign in once, and theirs does again. Backups from
          before keep their key and need the old sheet.
        </p>
        <SmallForm
          errors={errors}
          refused={change.error?.error}
          refusedTitle="The key was not changed"
          onSubmit={() => setAsking(true)}
        >
          {needsPassword ? (
            <PasswordField
              label="Your password"
              name="password"
              kind="current"
              hint="The one you sign in with"
              value={password}
              onChange={setPassword}
              error={errors.find(({ path }) => path === 'password')?.message}
              width="medium"
            />
          ) : null}
          {change.isPending ? (
            <Callout tone="info" title="Changing the key" live="status">
              Everything is copied, encrypted and checked. Nobody can work meanwhile; it takes some seconds.
            </Callout>
          ) : null}
          <Row gap={2}>
            <Button type="submit" loading={change.isPending}>
              Change the key
            </Button>
          </Row>
        </SmallForm>
        <ConfirmDialog
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={send}
          title="Change the key?"
          confirmLabel="Change the key"
        >
          The present recovery sheet will no longer open these records. Have a printer ready for the new one.
        </ConfirmDialog>
      </Stack>
    </Panel>
  );
}
