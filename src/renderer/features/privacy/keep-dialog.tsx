import { useState } from 'react';
import { addMonths } from '#shared/kernel/plain-date.ts';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';

interface KeepDialogProps {
  readonly pupilId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Keeps a record beyond its time, with the reason and the day to look again. */
export function KeepDialog({ pupilId, name, onClose }: KeepDialogProps) {
  const hold = useCommand('privacy.hold');
  const [until, setUntil] = useState<string | null>(addMonths(useToday(), 12));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const refused = hold.error?.error;
  const fields = hold.error?.fields ?? {};
  const send = () => {
    setTried(true);
    if (until === null || reason.trim() === '') return;
    hold.mutate(
      { pupilId, until, reason },
      {
        onSuccess: () => {
          notify({ title: 'Kept longer', text: 'It is listed again when the day has come.' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Keep the record of ${name} longer`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" loading={hold.isPending} onClick={send}>
            Keep it longer
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {refused && refused.fields === undefined ? <ErrorCallout title="Not kept" error={refused} /> : null}
        <DateField
          label="Until"
          name="until"
          value={until}
          onChange={setUntil}
          error={fields['until'] ?? (tried && until === null ? 'Enter the day to look again.' : undefined)}
          autoFocus
        />
        <TextArea
          label="Why"
          name="reason"
          hint="A claim, an inquiry, a request of the family"
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={fields['reason'] ?? (tried && reason.trim() === '' ? 'Enter the reason.' : undefined)}
        />
      </Stack>
    </Dialog>
  );
}
