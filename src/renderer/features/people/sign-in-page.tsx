import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { RecoverForm } from './recover-form.tsx';
import styles from './people.module.css';

interface Props {
  /** Whose database this is. */
  readonly whose: string;
  /** Who signed in on this PC last. */
  readonly lastName: string | undefined;
  /** The shared database that this PC has joined; missing: the database is this PC's own. */
  readonly shared?: NonNullable<OperationOutput<'keys.status'>['shared']>;
}

/** Name and password; nothing else of the database is shown. */
export function SignInPage({ whose, lastName, shared }: Props) {
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
        <SignInForm
          lastName={lastName}
          // On a server whoever looks after it lets an administrator in.
          {...(shared ? {} : { onRecover: () => setRecovering(true) })}
        />
      )}
      {shared ? <SharedServer shared={shared} /> : null}
    </div>
  );
}

/** Which database the name and password are for, and the way back to the PC's own. */
function SharedServer({ shared: { database, servers } }: Required<Pick<Props, 'shared'>>) {
  const leave = useCommand('sharing.leave');
  const [asked, setAsked] = useState(false);
  return (
    <section className={styles.server} aria-label="Shared database">
      <p>
        The records are in the shared database <strong>{database}</strong> on{' '}
        <strong>{servers.join(', then ')}</strong>.
      </p>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        Use this PC’s own database
      </Button>
      <ConfirmDialog
        open={asked}
        title="Use this PC’s own database?"
        confirmLabel="Use this PC’s own"
        busy={leave.isPending}
        onConfirm={() => leave.mutate({})}
        onClose={() => setAsked(false)}
      >
        First Day opens the records of this PC alone. Nothing in the shared database changes, and with its
        file this PC can join it again.
      </ConfirmDialog>
    </section>
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
