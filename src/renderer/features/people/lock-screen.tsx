import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SignInForm } from './sign-in-page.tsx';
import { useHideBehind } from './use-hide-behind.ts';
import styles from './people.module.css';

/** Over everything while it is locked: who locked it, and nothing of what lies behind. That stays as it was. */
export function LockScreen({ userName }: { readonly userName: string }) {
  const screen = useRef<HTMLDivElement>(null);
  const [another, setAnother] = useState(false);
  useHideBehind(screen);
  return createPortal(
    <div
      ref={screen}
      className={styles.lock}
      role="dialog"
      aria-modal="true"
      aria-labelledby="lock-title"
      data-lock-screen
    >
      <div className={styles.form}>
        <Stack gap={1}>
          <h1 id="lock-title">{another ? 'Sign in as somebody else' : 'Locked'}</h1>
          <p>
            {another
              ? `What ${userName} had not saved is gone then.`
              : `${userName} is working here. What was on the screen is still there.`}
          </p>
        </Stack>
        {another ? (
          <>
            <SignInForm lastName={undefined} />
            <div>
              <Button variant="quiet" onClick={() => setAnother(false)}>
                Back
              </Button>
            </div>
          </>
        ) : (
          <UnlockForm userName={userName} onAnother={() => setAnother(true)} />
        )}
      </div>
    </div>,
    document.body,
  );
}

interface UnlockProps {
  readonly userName: string;
  readonly onAnother: () => void;
}

function UnlockForm({ userName, onAnother }: UnlockProps) {
  const unlock = useCommand('session.unlock');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const refused = unlock.error?.error;
  // A name of its own: behind the lock there may be another field for a password.
  const errors = (refused?.fields ?? []).map((one) => ({ ...one, path: `lock.${one.path}` }));
  // The window may lock while somebody types elsewhere: the keys that follow belong here.
  useEffect(() => field.current?.focus(), []);
  return (
    <SmallForm
      errors={errors}
      refused={refused}
      refusedTitle="Still locked"
      onSubmit={() => unlock.mutate({ password }, { onError: () => setPassword('') })}
    >
      <PasswordField
        ref={field}
        label={`Password of ${userName}`}
        name="lock.password"
        kind="current"
        value={password}
        onChange={setPassword}
        error={errors.find(({ path }) => path === 'lock.password')?.message}
      />
      <Row justify="between">
        <Button type="submit" variant="primary" loading={unlock.isPending}>
          Unlock
        </Button>
        <Button variant="quiet" onClick={onAnother}>
          I am somebody else
        </Button>
      </Row>
    </SmallForm>
  );
}
