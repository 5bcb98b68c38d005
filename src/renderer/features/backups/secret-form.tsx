import { useState } from 'react';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { KeyIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';

export type Given = NonNullable<OperationInput<'backups.restore'>['secret']>;

interface Props {
  /** Why the last one was refused. */
  readonly error: AppError | undefined;
  readonly onGiven: (given: Given) => void;
}

/** Asks for the recovery key of a backup that this PC's key does not open. */
export function SecretForm({ error, onGiven }: Props) {
  const [recoveryKey, setRecoveryKey] = useState('');
  return (
    <SmallForm
      errors={error?.fields ?? []}
      refused={error}
      refusedTitle="It was not opened"
      onSubmit={() => onGiven({ recoveryKey })}
    >
      <Text>
        This is encrypted with a key that this PC does not know. Open it with the recovery sheet of that time.
      </Text>
      <TextField
        label="Recovery key"
        name="recoveryKey"
        hint="Seven groups of five, in capitals or small letters"
        value={recoveryKey}
        onChange={setRecoveryKey}
        error={error?.fields?.find(({ path }) => path === 'recoveryKey')?.message}
        maxLength={120}
      />
      <Row gap={2}>
        <Button type="submit" variant="primary" icon={KeyIcon}>
          Open it
        </Button>
      </Row>
    </SmallForm>
  );
}
