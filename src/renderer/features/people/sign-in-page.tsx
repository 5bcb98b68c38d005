import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { RecoverForm } from './recover-form.tsx';
import styles from './people.module.css';

interface Props {
  /** Whose database this is. */
  readonly whose: string;
  /** Who signed in on this PC last. */
  readonly lastName: string | undefined;
}

/** Name and password; nothing else of the database is shown. */
export function SignInPage({ whose, lastName }: Props) {
  const navigate = useNavigate();
  const [recovering, setRecovering] = useState(false);
  // The screen of whoever was here before is not the next one's.
  useEffect(() => void navigate({ to: '/', replace: true }), [navigate]);
  return (
    <div className={styles.form}>
      <PageHeader title={recovering ? 'Let an administrator in' : 'Sign in'} context={whose} keepFocus />
      {recovering ? (
        <RecoverForm whose={whose} onBack={() => setRecovering(false)} />
      ) : (
        <SignInForm lastName={lastName} onRecover={() => setRecovering(true)} />
      )}
    </div>
  );
}

interface FormProps {
  readonly lastName: string | undefined;
  readonly onRecover?: () => void;
}

export function SignInForm({ lastName, onRecover }: FormProps) {
  const signIn = useCommand('session.sign-in');
  const [name, setName] = useState(lastName ?? '');
  const [password, setPassword] = useState('');
  const refused = signIn.error?.error;
  // Names of their own: behind the lock there may be a form that asks for a name too.
  const errors = (refused?.fields ?? []).map((one) => ({ ...one, path: `sign-in.${one.path}` }));
  const errorOf = (path: string) => errors.find((one) => one.path === `sign-in.${path}`)?.message;
  const submit = () => {
    // What was typed is not kept on the screen, right or wrong.
    signIn.mutate({ name, password }, { onError: () => setPassword('') });
  };
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not signed in" onSubmit={submit}>
      <TextField
        label="Your name"
        name="sign-in.name"
        hint="As your administrator entered it."
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="username"
        autoFocus={!lastName}
        error={errorOf('name')}
      />
      <PasswordField
        label="Password"
        name="sign-in.password"
        kind="current"
        value={password}
        onChange={setPassword}
        autoFocus={Boolean(lastName)}
        error={errorOf('password')}
      />
      <Row justify="between">
        <Button type="submit" variant="primary" loading={signIn.isPending}>
          Sign in
        </Button>
        {onRecover ? (
          <Button variant="quiet" onClick={onRecover}>
            No administrator can sign in
          </Button>
        ) : null}
      </Row>
    </SmallForm>
  );
}
