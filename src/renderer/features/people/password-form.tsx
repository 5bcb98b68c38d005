import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { NewPasswordField } from '../../ui/form/new-password-field.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

interface Props {
  readonly names: readonly string[];
  /** The present password is one that the administrator gave. */
  readonly temporary?: boolean;
  readonly onDone?: () => void;
  readonly cancel: { readonly label: string; readonly onClick: () => void };
}

/** The present password and the one to come. */
export function PasswordForm({ names, temporary = false, onDone, cancel }: Props) {
  const change = useCommand('session.change-password');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const refused = change.error?.error;
  const errors = refused?.fields ?? [];
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const submit = () =>
    change.mutate(
      { password, newPassword },
      {
        onSuccess: () => {
          notify({ tone: 'done', title: 'Your password is changed' });
          onDone?.();
        },
      },
    );
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not changed" onSubmit={submit}>
      <PasswordField
        label={temporary ? 'The temporary password' : 'Your present password'}
        name="password"
        kind="current"
        width="medium"
        value={password}
        onChange={setPassword}
        autoFocus
        error={errorOf('password')}
      />
      <NewPasswordField
        label="Your new password"
        name="newPassword"
        value={newPassword}
        onChange={setNewPassword}
        names={names}
        error={errorOf('newPassword')}
      />
      <Row justify="between">
        <Button type="submit" variant="primary" loading={change.isPending}>
          Change the password
        </Button>
        <Button variant="quiet" onClick={cancel.onClick}>
          {cancel.label}
        </Button>
      </Row>
    </SmallForm>
  );
}
