import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../feedback/error-callout.tsx';
import { Button } from '../form/button.tsx';
import { TextField } from '../form/text-field.tsx';
import { Panelled } from './panelled.tsx';
import type { DutyShown } from './types.ts';
import styles from './duties.module.css';

interface ReopenDutyProps {
  readonly duty: DutyShown;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onReopen: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a duty that was noted as done is open again. */
export function ReopenDuty({ duty, busy, error, onReopen, onClose }: ReopenDutyProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '' ? 'Enter why it is open again.' : undefined;
  return (
    <Panelled
      label={`Open again: ${duty.title}`}
      busy={busy}
      onClose={onClose}
      onSend={() => {
        setTried(true);
        if (reason.trim() !== '') onReopen(reason);
      }}
    >
      {error ? <ErrorCallout title="Still noted as done" error={error} /> : null}
      <TextField
        label="Why is it open again?"
        name="reason"
        hint="What was noted stays in the history."
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
        error={missing}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={busy}>
          Open it again
        </Button>
      </div>
    </Panelled>
  );
}
