import { useState } from 'react';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { useCommand } from '../../../api/client.ts';
import { Panelled } from '../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../ui/form/button.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../../ui/form/segmented-choice.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { Row } from '../../../ui/layout/row.tsx';
import { ConfirmDialog } from '../../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../../ui/overlay/notify.tsx';
import { PersonName } from '../../../ui/words/person-name.tsx';
import { SessionText } from '../../../ui/words/session-text.tsx';
import { useToday } from '../../../ui/words/today.tsx';
import { SLOTS } from '../length-fields.tsx';
import styles from './case.module.css';
import type { Case, Step } from './types.ts';

interface TakeBackProps {
  readonly found: Case;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Cancelling, or under the older rules withdrawing: from when the pupil is back, why, and what that does. */
export function TakeBack({ found: { row, draft, preview }, step, onClose }: TakeBackProps) {
  const deed = `${step.event === 'withdrawn' ? 'Withdraw' : 'Cancel'} the ${preview.ruleSet.noun}`;
  const today = useToday();
  const cancel = useCommand('exclusions.cancel');
  const [date, setDate] = useState<string | null>(
    row.startDate !== undefined && row.startDate > today ? row.startDate : today,
  );
  const [slot, setSlot] = useState<Slot>('am');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const fields = cancel.error?.fields ?? {};
  const send = () => {
    setTried(true);
    if (date !== null && reason.trim() !== '') setAsking(true);
  };
  const confirm = () => {
    if (date === null) return;
    cancel.mutate(
      { id: row.id, version: draft.version, back: { date, slot }, reason },
      {
        onSuccess: () => {
          onClose();
          notify({
            title: step.event === 'withdrawn' ? 'Withdrawn' : 'Cancelled',
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
      <Row gap={4} align="start">
        <DateField
          label="First day back"
          name="back"
          value={date}
          onChange={setDate}
          autoFocus
          error={fields['back'] ?? (tried && date === null ? 'Enter the first day back.' : undefined)}
        />
        <SegmentedChoice label="From" value={slot} onChange={setSlot} options={SLOTS} />
      </Row>
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
        {date === null ? null : <SessionText date={date} slot={slot} />}. The sessions from then on count
        nowhere; those already out stay in every total. Nothing is deleted, and it cannot be issued again.
      </ConfirmDialog>
    </Panelled>
  );
}
