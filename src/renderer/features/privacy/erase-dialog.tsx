import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { PupilKind } from '#shared/domain/privacy/types.ts';
import { addMonths } from '#shared/kernel/plain-date.ts';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import type { Subject } from './types.ts';

interface EraseDialogProps {
  readonly subject: Subject;
  readonly kind: PupilKind | undefined;
  readonly name: string;
  readonly onClose: () => void;
  readonly onErased: () => void;
}

/** The oldest backups are of nine terms ago. */
const BACKUP_MONTHS = 36;

/** The second asking: the surname, and why. */
export function EraseDialog({ subject, kind, name, onClose, onErased }: EraseDialogProps) {
  const erase = useCommand('privacy.erase-pupil');
  const today = useToday();
  const [surname, setSurname] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const refused = erase.error?.error;
  const fields = erase.error?.fields ?? {};
  const missing = (text: string, message: string) => (tried && text.trim() === '' ? message : undefined);
  const send = () => {
    setTried(true);
    if (surname.trim() === '' || reason.trim() === '') return;
    erase.mutate(
      { subject, surname, reason, ...(kind === undefined ? {} : { kind }) },
      {
        onSuccess: ({ compacted }) => {
          notify({
            title: 'Erased',
            text: compacted
              ? 'The figures are as they were.'
              : 'Another program had the file open: its free space is cleared with the next erasure.',
          });
          onErased();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${name} for good?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" loading={erase.isPending} onClick={send}>
            Erase for good
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {refused && refused.fields === undefined ? (
          <ErrorCallout title="Nothing was erased" error={refused} />
        ) : null}
        <Text>
          It cannot be undone. Backups made before now hold it until they are thinned out, the last by{' '}
          {formatDate(addMonths(today, BACKUP_MONTHS))}; copies elsewhere as long as somebody keeps them. When
          an older backup is brought back, this is erased in it again.
        </Text>
        <TextField
          label="The pupil’s surname, to be sure"
          name="surname"
          value={surname}
          onChange={setSurname}
          maxLength={120}
          autoComplete="off"
          autoFocus
          error={fields['surname'] ?? missing(surname, 'Type the surname.')}
        />
        <TextArea
          label="Why"
          name="reason"
          hint="Kept for good: without the pupil’s name"
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={fields['reason'] ?? missing(reason, 'Enter the reason.')}
        />
      </Stack>
    </Dialog>
  );
}
