import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';

/** Why a command is not sent. */
export function DiscardForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const discard = useCommand('outbox.discard');
  const [reason, setReason] = useState('');
  const error = discard.error?.error;
  return (
    <SmallForm
      errors={error?.fields ?? []}
      refused={error}
      refusedTitle="Still in the outbox"
      onSubmit={() => discard.mutate({ id, reason })}
    >
      <TextField
        label="Why is it not sent?"
        name="reason"
        hint="It stays in the audit trail with what it was."
        value={reason}
        onChange={setReason}
        error={discard.error?.fields['reason']}
        maxLength={300}
        autoFocus
      />
      <Row gap={2}>
        <Button type="submit" variant="primary" loading={discard.isPending}>
          Discard
        </Button>
        <Button onClick={onClose}>Keep</Button>
      </Row>
    </SmallForm>
  );
}
