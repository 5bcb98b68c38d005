import { useState } from 'react';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { LockIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import styles from './keys.module.css';

type Secret = OperationInput<'keys.unlock'>['secret'];
type Way = Secret['kind'];

const NONE: readonly FieldError[] = [];

/** Before anything else where this account does not open the records by itself. */
export function UnlockPage({ accountName }: { readonly accountName: string | undefined }) {
  const unlock = useCommand('keys.unlock');
  const signIn = useCommand('session.sign-in');
  const [way, setWay] = useState<Way>('password');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [remember, setRemember] = useState(true);
  // The same array until the next answer: the summary takes the focus when it changes.
  const errors = unlock.error?.error.fields ?? NONE;
  const errorAt = (path: string) => errors.find((one) => one.path === path)?.message;
  const send = () => {
    const secret: Secret = way === 'recovery' ? { kind: way, recoveryKey } : { kind: way, name, password };
    unlock.mutate(
      { secret, remember: remember && accountName !== undefined },
      {
        // Who opens the records with their own password has also said who they are.
        onSuccess: () => {
          if (secret.kind === 'password') signIn.mutate({ name, password });
        },
      },
    );
  };
  return (
    <div className={styles.alone}>
      <PageHeader title="Open the records" keepFocus />
      <Text prose>
        The records on this PC are encrypted, and this account cannot open them by itself. Open them with your
        own name and password, or with the recovery sheet from the school’s safe.
      </Text>
      <SegmentedChoice
        label="Open with"
        value={way}
        onChange={(next) => {
          unlock.reset();
          setWay(next);
        }}
        options={[
          { value: 'password', label: 'Name and password' },
          { value: 'recovery', label: 'Recovery key' },
        ]}
      />
      <SmallForm
        key={way}
        errors={errors}
        refused={unlock.error?.error}
        refusedTitle="The records were not opened"
        onSubmit={send}
      >
        {way === 'password' ? (
          <Stack gap={3}>
            <TextField
              label="Your name"
              name="secret.name"
              value={name}
              onChange={setName}
              error={errorAt('secret.name')}
              maxLength={80}
              width="medium"
              autoFocus
            />
            <PasswordField
              label="Password"
              name="secret.password"
              kind="current"
              value={password}
              onChange={setPassword}
              error={errorAt('secret.password')}
              width="medium"
            />
          </Stack>
        ) : (
          <TextField
            label="Recovery key"
            name="secret.recoveryKey"
            hint="Seven groups of five, in capitals or small letters, with or without spaces"
            value={recoveryKey}
            onChange={setRecoveryKey}
            error={errorAt('secret.recoveryKey')}
            maxLength={200}
            autoFocus
          />
        )}
        {accountName ? (
          <CheckboxField
            label={`Let ${accountName} open the records from now on`}
            hint="Not on a PC that others use under the same account."
            checked={remember}
            onChange={setRemember}
          />
        ) : null}
        <Row gap={2}>
          <Button type="submit" variant="primary" icon={LockIcon} loading={unlock.isPending}>
            Open the records
          </Button>
        </Row>
      </SmallForm>
    </div>
  );
}
