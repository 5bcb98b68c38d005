import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { Panelled } from '../duties/panelled.tsx';
import { VeiledError } from '../feedback/veiled-error.tsx';
import { Button } from '../form/button.tsx';
import { TextField } from '../form/text-field.tsx';
import styles from './stays.module.css';
import type { StayTask } from './types.ts';

const WORDS = {
  open: { label: 'Open again', question: 'Why is it open again?', deed: 'Open it again' },
  dropped: { label: 'Not owed any more', question: 'Why is it not owed any more?', deed: 'Drop it' },
} as const;

interface TakeTaskBackProps {
  readonly task: StayTask;
  readonly as: 'open' | 'dropped';
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why something is open again, or not owed any more. */
export function TakeTaskBack({ task, as, busy, error, onSend, onClose }: TakeTaskBackProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { label, question, deed } = WORDS[as];
  return (
    <Panelled
      label={`${label}: ${task.title}`}
      busy={busy}
      onClose={onClose}
      onSend={() => {
        setTried(true);
        if (reason.trim() !== '') onSend(reason);
      }}
    >
      {error ? <VeiledError title="Nothing was changed" error={error} /> : null}
      <TextField
        label={question}
        name="reason"
        hint="Kept in the history of the stay."
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
        <Button variant="primary" type="submit" loading={busy}>
          {deed}
        </Button>
      </div>
    </Panelled>
  );
}
