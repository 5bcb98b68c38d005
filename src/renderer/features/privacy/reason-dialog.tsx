import { useState, type ReactNode } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly destructive?: boolean | undefined;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks before a step, for the reason that is kept with it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, confirmLabel, destructive = false, busy, error, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() !== '') onConfirm(reason);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={destructive ? 'danger' : 'primary'} loading={busy} onClick={send}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {error ? <ErrorCallout title="Nothing was changed" error={error} /> : null}
        {children}
        <TextArea
          label="Why"
          name="reason"
          hint="Kept for good: name no pupil here"
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={tried && reason.trim() === '' ? 'Enter the reason.' : undefined}
        />
      </Stack>
    </Dialog>
  );
}
