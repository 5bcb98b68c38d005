import { useState } from 'react';
import { useCommand } from '../../../../api/client.ts';
import { Panelled } from '../../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { notify } from '../../../../ui/overlay/notify.tsx';
import styles from '../case.module.css';
import type { WayBackStep } from './types.ts';

interface StepRemoveProps {
  readonly step: WayBackStep;
  readonly onClose: () => void;
}

/** Why something that was to follow is taken away. */
export function StepRemove({ step: { id, version, title }, onClose }: StepRemoveProps) {
  const remove = useCommand('reintegration.remove-step');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    remove.mutate(
      { stepId: id, version, reason },
      {
        onSuccess: () => {
          onClose();
          notify({ tone: 'info', title: 'Taken away', text: `${title}. The audit trail keeps it.` });
        },
      },
    );
  };
  return (
    <Panelled label={`Take away: ${title}`} busy={remove.isPending} onSend={send} onClose={onClose}>
      {remove.error ? <ErrorCallout title="Not taken away" error={remove.error.error} /> : null}
      <TextField
        label="Why"
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
        error={tried && reason.trim() === '' ? 'Enter why.' : undefined}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={remove.isPending}>
          Take it away
        </Button>
      </div>
    </Panelled>
  );
}
