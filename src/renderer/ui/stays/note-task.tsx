import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { Panelled } from '../duties/panelled.tsx';
import { VeiledError } from '../feedback/veiled-error.tsx';
import { Button } from '../form/button.tsx';
import { DateField } from '../form/date-field.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { TextField } from '../form/text-field.tsx';
import { CheckIcon } from '../icons.ts';
import { Row } from '../layout/row.tsx';
import { useToday } from '../words/today.tsx';
import styles from './stays.module.css';
import type { StayTask, TaskNote } from './types.ts';

interface NoteTaskProps {
  readonly task: StayTask;
  /** Who most likely did it: the user. */
  readonly user: string;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onDone: (note: TaskNote) => void;
  /** Instead: it is not owed any more. */
  readonly onDrop: () => void;
  readonly onClose: () => void;
}

/** When something a stay owes was done and by whom; of work that came, whether it is fit for the pupil. */
export function NoteTask({ task, user, busy, error, onDone, onDrop, onClose }: NoteTaskProps) {
  const today = useToday();
  const judged = task.kind === 'work-set' || task.kind === 'work-again';
  const [on, setOn] = useState<string | null>(today);
  const [by, setBy] = useState(user);
  const [note, setNote] = useState('');
  const [verdict, setVerdict] = useState<'suitable' | 'unsuitable' | null>(null);
  const [tried, setTried] = useState(false);
  const fields = Object.fromEntries((error?.fields ?? []).map(({ path, message }) => [path, message]));
  const send = () => {
    setTried(true);
    if (on === null || (judged && verdict === null)) return;
    onDone({
      on,
      ...(by.trim() === '' ? {} : { by }),
      ...(verdict === null ? {} : { verdict }),
      ...(note.trim() === '' ? {} : { note }),
    });
  };
  return (
    <Panelled label={`Note as done: ${task.title}`} onSend={send} onClose={onClose} busy={busy}>
      {error && (error.fields ?? []).length === 0 ? <VeiledError title="Not noted" error={error} /> : null}
      <Row gap={4} align="start">
        <DateField
          label="Done on"
          name="on"
          value={on}
          onChange={setOn}
          autoFocus
          error={tried && on === null ? 'Enter the day on which it was done.' : fields['on']}
        />
        <TextField
          label="By whom"
          name="by"
          optional
          width="medium"
          value={by}
          onChange={setBy}
          maxLength={120}
          error={fields['by']}
        />
      </Row>
      {judged ? (
        <SegmentedChoice
          label="Is the work fit for the pupil?"
          name="verdict"
          hint="Unsuitable work goes back to the school, which is asked for other work."
          value={verdict}
          onChange={setVerdict}
          options={[
            { value: 'suitable', label: 'Suitable' },
            { value: 'unsuitable', label: 'Unsuitable' },
          ]}
          error={tried && verdict === null ? 'Say whether the work is suitable.' : fields['verdict']}
        />
      ) : null}
      <TextField
        label="Note"
        name="note"
        optional
        value={note}
        onChange={setNote}
        maxLength={1000}
        error={fields['note']}
      />
      <div className={styles.buttons}>
        <span className={styles.first}>
          <Button variant="quiet" onClick={onDrop}>
            Not owed any more…
          </Button>
        </span>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" icon={CheckIcon} loading={busy}>
          Note as done
        </Button>
      </div>
    </Panelled>
  );
}
