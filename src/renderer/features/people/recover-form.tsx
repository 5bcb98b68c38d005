import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { NewPasswordField } from '../../ui/form/new-password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

interface Props {
  readonly whose: string;
  readonly onBack: () => void;
}

/** With the printed recovery key somebody becomes an administrator, when none can sign in. */
export function RecoverForm({ whose, onBack }: Props) {
  const recover = useCommand('people.recover-administrator');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const refused = recover.error?.error;
  const errors = refused?.fields ?? [];
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const submit = () =>
    recover.mutate(
      { recoveryKey, name, password },
      {
        onSuccess: () => {
          notify({
            tone: 'done',
            title: `${name.trim()} is an administrator`,
            text: 'Sign in with the new password.',
          });
          onBack();
        },
      },
    );
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Nobody was let in" onSubmit={submit}>
      <Text>
        For when the only administrator has forgotten the password or has left. It needs the recovery key that
        was printed when First Day was set up, and it stands in the audit trail. Everybody else asks an
        administrator for a new password.
      </Text>
      <TextField
        label="Recovery key"
        name="recoveryKey"
        value={recoveryKey}
        onChange={setRecoveryKey}
        maxLength={200}
        autoFocus
        error={errorOf('recoveryKey')}
      />
      <TextField
        label="Who is to be the administrator"
        name="name"
        hint="Somebody who has signed in here before, or somebody new."
        value={name}
        onChange={setName}
        maxLength={80}
        error={errorOf('name')}
      />
      <NewPasswordField
        label="A new password for them"
        name="password"
        value={password}
        onChange={setPassword}
        names={[name, whose]}
        error={errorOf('password')}
      />
      <Row justify="between">
        <Button type="submit" variant="primary" loading={recover.isPending}>
          Make the administrator
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Back
        </Button>
      </Row>
    </SmallForm>
  );
}
