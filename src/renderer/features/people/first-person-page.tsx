import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { NewPasswordField } from '../../ui/form/new-password-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Text } from '../../ui/layout/text.tsx';
import styles from './people.module.css';

interface Props {
  readonly whose: string;
  readonly lastName: string | undefined;
}

/** A database from before people signed in: the first administrator is made, once. */
export function FirstPersonPage({ whose, lastName }: Props) {
  const add = useCommand('people.add-first');
  const [name, setName] = useState(lastName ?? '');
  const [password, setPassword] = useState('');
  const refused = add.error?.error;
  const errors = refused?.fields ?? [];
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  return (
    <div className={styles.form}>
      <PageHeader title="People sign in from now on" context={whose} keepFocus />
      <SmallForm
        errors={errors}
        refused={refused}
        refusedTitle="Nobody was entered"
        onSubmit={() => add.mutate({ name, password })}
      >
        <Text>
          Every record stays as it is. Enter yourself as the administrator; you let the others in under
          Settings, People.
        </Text>
        <TextField
          label="Your name"
          name="name"
          hint="As it should stand in the history of what you do."
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="username"
          autoFocus
          error={errorOf('name')}
        />
        <NewPasswordField
          label="Choose a password"
          name="password"
          value={password}
          onChange={setPassword}
          names={[name, whose]}
          error={errorOf('password')}
        />
        <div>
          <Button type="submit" variant="primary" loading={add.isPending}>
            Go on
          </Button>
        </div>
      </SmallForm>
    </div>
  );
}
