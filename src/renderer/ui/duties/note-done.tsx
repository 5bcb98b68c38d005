import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../feedback/error-callout.tsx';
import { Button } from '../form/button.tsx';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { CheckIcon } from '../icons.ts';
import { Row } from '../layout/row.tsx';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { useToday } from '../words/today.tsx';
import { Panelled } from './panelled.tsx';
import { suggestedHow } from './suggested-how.ts';
import type { DoneNote, DutyShown } from './types.ts';
import styles from './duties.module.css';

interface NoteDoneProps {
  readonly duty: DutyShown;
  /** Who most likely did it: the user. */
  readonly user: string;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onDone: (note: DoneNote) => void;
  readonly onClose: () => void;
}

/** When a duty was done, how, by whom, with what evidence; in place, under the duty itself. */
export function NoteDone({ duty, user, busy, error, onDone, onClose }: NoteDoneProps) {
  const today = useToday();
  const suggestions = suggestedHow(duty);
  const [on, setOn] = useState<string | null>(today);
  const [how, setHow] = useState(suggestions.length === 1 ? (suggestions[0] ?? '') : '');
  const [byWhom, setByWhom] = useState(user);
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const missing = {
    on: on === null ? 'Enter the day on which it was done.' : undefined,
    how: how.trim() === '' ? 'Enter how it was done.' : undefined,
    byWhom: byWhom.trim() === '' ? 'Enter who did it.' : undefined,
  };
  const shown = tried ? missing : { on: undefined, how: undefined, byWhom: undefined };
  const fields = Object.fromEntries((error?.fields ?? []).map(({ path, message }) => [path, message]));
  const send = () => {
    setTried(true);
    if (on === null || missing.how !== undefined || missing.byWhom !== undefined) return;
    onDone({ on, how, byWhom, ...(evidence.trim() === '' ? {} : { evidence }) });
  };
  return (
    <Panelled label={`Note as done: ${duty.title}`} onSend={send} onClose={onClose} busy={busy}>
      {error ? <ErrorCallout title="Not noted" error={error} /> : null}
      <Row gap={4} align="start">
        <DateField label="Done on" name="on" value={on} onChange={setOn} error={shown.on ?? fields['on']} />
        <TextField
          label="By whom"
          name="byWhom"
          width="medium"
          value={byWhom}
          onChange={setByWhom}
          maxLength={80}
          error={shown.byWhom ?? fields['byWhom']}
        />
      </Row>
      <TextField
        label="How"
        name="how"
        value={how}
        onChange={setHow}
        maxLength={120}
        autoFocus
        error={shown.how ?? fields['how']}
        note={
          suggestions.length > 1 ? (
            <span className={styles.suggestions}>
              <VisuallyHidden>Ways to choose from: </VisuallyHidden>
              {suggestions.map((way) => (
                <Button
                  key={way}
                  size="small"
                  variant="quiet"
                  pressed={how === way}
                  onClick={() => setHow(way)}
                >
                  {way}
                </Button>
              ))}
            </span>
          ) : undefined
        }
      />
      <TextField
        label="Evidence"
        name="evidence"
        optional
        value={evidence}
        onChange={setEvidence}
        maxLength={500}
        placeholder="Where it is, such as a call log or a file"
        error={fields['evidence']}
      />
      <div className={styles.buttons}>
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
