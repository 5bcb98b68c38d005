import { useState } from 'react';
import { useCommand } from '../../../api/client.ts';
import { StatusTag } from '../../../ui/data/status-tag.tsx';
import { Panelled } from '../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../ui/form/button.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { notify } from '../../../ui/overlay/notify.tsx';
import { InstantText } from '../../../ui/words/instant-text.tsx';
import { SessionText } from '../../../ui/words/session-text.tsx';
import { DateText } from '../../../ui/words/date-text.tsx';
import { VisuallyHidden } from '../../../ui/words/visually-hidden.tsx';
import styles from './case.module.css';
import type { CaseEvent } from './types.ts';

interface EventEntryProps {
  readonly event: CaseEvent;
  readonly exclusionId: string;
  readonly version: number;
  readonly mayStrike: boolean;
  readonly striking: boolean;
  readonly onStrike: () => void;
  readonly onClose: () => void;
}

/** One thing that happened; struck out it stays to be read, with the reason. */
export function EventEntry(props: EventEntryProps) {
  const { event, mayStrike, striking, onStrike, onClose } = props;
  const { on, slot, text, note, recordedBy, recordedAt, voided } = event;
  return (
    <li className={styles.event}>
      <div className={styles.dutyHead}>
        <span className={styles.eventDay}>
          {slot === undefined ? <DateText date={on} /> : <SessionText date={on} slot={slot} />}
        </span>
        <div className={styles.dutyWords}>
          <p className={styles.dutyTitle}>{voided === undefined ? text : <s>{text}</s>}</p>
          {note === '' ? null : <p className={styles.account}>{note}</p>}
          <p className={styles.who}>
            Recorded by {recordedBy}, <InstantText instant={recordedAt} />
          </p>
          {voided === undefined ? null : (
            <p>
              <StatusTag tone="closed">Struck out</StatusTag> {voided}
            </p>
          )}
        </div>
        {voided === undefined && mayStrike ? (
          <div className={styles.dutyAction}>
            <Button size="small" variant="quiet" expanded={striking} onClick={onStrike}>
              Strike out<VisuallyHidden>: {text}</VisuallyHidden>
            </Button>
          </div>
        ) : null}
      </div>
      {striking && voided === undefined ? <StrikeOut {...props} onClose={onClose} /> : null}
    </li>
  );
}

function StrikeOut({ event, exclusionId, version, onClose }: EventEntryProps) {
  const strike = useCommand('exclusions.void-event');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    strike.mutate(
      { id: exclusionId, version, eventId: event.id, reason },
      {
        onSuccess: () => {
          onClose();
          notify({
            tone: 'info',
            title: 'Struck out',
            text: 'It stays in the history. Duties were worked out again.',
          });
        },
      },
    );
  };
  return (
    <Panelled label={`Strike out: ${event.text}`} busy={strike.isPending} onSend={send} onClose={onClose}>
      {strike.error ? <ErrorCallout title="Not struck out" error={strike.error.error} /> : null}
      <TextField
        label="Why was it recorded by mistake?"
        name="reason"
        hint="It stays in the history. The state of the case and its duties are worked out without it."
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
        <Button variant="primary" type="submit" loading={strike.isPending}>
          Strike it out
        </Button>
      </div>
    </Panelled>
  );
}
