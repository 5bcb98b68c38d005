import { useState } from 'react';
import { useCommand } from '../../../api/client.ts';
import { Panelled } from '../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../ui/form/button.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { ConfirmDialog } from '../../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../../ui/overlay/notify.tsx';
import { PersonName } from '../../../ui/words/person-name.tsx';
import { SessionText } from '../../../ui/words/session-text.tsx';
import { useToday } from '../../../ui/words/today.tsx';
import styles from './case.module.css';
import { SessionBack, sessionOf, type BackEntry } from './session-back.tsx';
import type { Case, Step } from './types.ts';

interface TakeBackProps {
  readonly found: Case;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Cancelling, or under the older rules withdrawing: on which day, from when the pupil is back, why, and what it does. */
export function TakeBack({ found: { row, draft, preview }, step, onClose }: TakeBackProps) {
  const withdraws = step.event === 'withdrawn';
  const deed = `${withdraws ? 'Withdraw' : 'Cancel'} the ${preview.ruleSet.noun}`;
  const today = useToday();
  const cancel = useCommand('exclusions.cancel');
  const served = row.endDate !== undefined && row.endDate < today;
  const [on, setOn] = useState<string | null>(today);
  const [back, setBack] = useState<BackEntry>({
    date: row.startDate !== undefined && row.startDate > today ? row.startDate : today,
    slot: 'am',
  });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const fields = cancel.error?.fields ?? {};
  const send = () => {
    setTried(true);
    if (on !== null && back.date !== null && reason.trim() !== '') setAsking(true);
  };
  const confirm = () => {
    const session = sessionOf(back);
    if (on === null || session === undefined) return;
    cancel.mutate(
      { id: row.id, version: draft.version, cancelledOn: on, back: session, reason },
      {
        onSuccess: () => {
          onClose();
          notify({
            title: withdraws ? 'Withdrawn' : 'Cancelled',
            text: 'The notices that have to follow stand among the duties.',
          });
        },
        onSettled: () => setAsking(false),
      },
    );
  };
  return (
    <Panelled label={step.label} busy={cancel.isPending} onSend={send} onClose={onClose}>
      {cancel.error ? <ErrorCallout title="Not taken back" error={cancel.error.error} /> : null}
      <DateField
        label={withdraws ? 'Withdrawn on' : 'Cancelled on'}
        name="cancelledOn"
        hint={
          served
            ? 'It has ended. Only what was decided while it ran can still be recorded: enter that day.'
            : undefined
        }
        value={on}
        onChange={setOn}
        autoFocus
        error={fields['cancelledOn'] ?? (tried && on === null ? 'Enter the day.' : undefined)}
      />
      <SessionBack
        value={back}
        onChange={setBack}
        error={fields['back'] ?? (tried && back.date === null ? 'Enter the first day back.' : undefined)}
      />
      <TextArea
        label="Why"
        name="reason"
        rows={2}
        value={reason}
        onChange={setReason}
        maxLength={500}
        error={fields['reason'] ?? (tried && reason.trim() === '' ? 'Enter why.' : undefined)}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Keep it
        </Button>
        <Button variant="danger" type="submit" loading={cancel.isPending}>
          {deed}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
        title={`${deed}?`}
        confirmLabel={deed}
        cancelLabel="Keep it"
        destructive
        busy={cancel.isPending}
      >
        {row.title}. <PersonName name={row.pupilName} /> is back in school from{' '}
        {back.date === null ? null : <SessionText date={back.date} slot={back.slot} />}. The sessions from
        then on count nowhere; those already out stay in every total. Nothing is deleted, and it cannot be
        issued again.
      </ConfirmDialog>
    </Panelled>
  );
}
