import { useState } from 'react';
import { useCommand } from '../../../api/client.ts';
import { useEditing } from '../../../api/use-editing.ts';
import { useKeptForm } from '../../../api/use-kept-form.ts';
import { Panelled } from '../../../ui/duties/panelled.tsx';
import { EditedElsewhere } from '../../../ui/feedback/edited-elsewhere.tsx';
import { ErrorCallout } from '../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../ui/form/button.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { SelectField } from '../../../ui/form/select-field.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { notify } from '../../../ui/overlay/notify.tsx';
import { useToday } from '../../../ui/words/today.tsx';
import styles from './case.module.css';
import { SessionBack, sessionOf, type BackEntry } from './session-back.tsx';
import type { Case, Step } from './types.ts';
import { useNextSession } from './use-next-session.ts';

interface RecordEventProps {
  readonly found: Case;
  readonly step: Step;
  readonly onClose: () => void;
}

/** When something happened, how it came out, from when the pupil is back where that follows, and a note. */
export function RecordEvent({ found: { row, draft }, step, onClose }: RecordEventProps) {
  const today = useToday();
  const others = useEditing('exclusion', row.id);
  const record = useCommand('exclusions.record-event');
  const [on, setOn] = useState<string | null>(today);
  // Until it is entered: the next school session after the day of the decision.
  const [entered, setEntered] = useState<BackEntry | undefined>(undefined);
  const next = useNextSession(on);
  const shown: BackEntry = entered ?? next ?? { date: null, slot: 'am' };
  const [outcome, setOutcome] = useState<string | null>(
    step.outcomes.length === 1 ? (step.outcomes[0]?.value ?? null) : null,
  );
  const [note, setNote] = useState('');
  useKeptForm(`case-event/${row.id}/${step.event}`, { on, entered, outcome, note }, (was) => {
    setOn(was.on);
    setEntered(was.entered);
    setOutcome(was.outcome);
    setNote(was.note);
  });
  const [tried, setTried] = useState(false);
  const fields = record.error?.fields ?? {};
  const asksOutcome = step.outcomes.length > 0;
  // A decision gives sessions back only when it puts the pupil back.
  const asksSession = step.asksSession && (!asksOutcome || outcome === 'reinstated');
  const send = () => {
    setTried(true);
    const back = asksSession ? sessionOf(shown) : undefined;
    if (on === null || (asksOutcome && outcome === null) || (asksSession && back === undefined)) return;
    record.mutate(
      {
        id: row.id,
        version: draft.version,
        type: step.event,
        on,
        ...(back === undefined ? {} : { back }),
        ...(outcome === null ? {} : { outcome }),
        note,
      },
      {
        onSuccess: ({ warnings }) => {
          onClose();
          // A warning stays until it is read.
          notify(
            warnings.length === 0
              ? { title: 'Recorded', text: `${step.label}. The duties were worked out again.` }
              : { tone: 'overdue', title: `Recorded: ${step.label}`, text: warnings.join(' ') },
          );
        },
      },
    );
  };
  return (
    <Panelled label={step.label} busy={record.isPending} onSend={send} onClose={onClose}>
      <EditedElsewhere others={others} />
      {record.error ? <ErrorCallout title="Not recorded" error={record.error.error} /> : null}
      <DateField
        label={step.asksSession ? 'Decided on' : 'On'}
        name="on"
        value={on}
        onChange={setOn}
        autoFocus
        error={fields['on'] ?? (tried && on === null ? 'Enter the day.' : undefined)}
      />
      {asksOutcome ? (
        <SelectField
          label={step.event === 'decision-told' ? 'How' : 'Outcome'}
          name="outcome"
          value={outcome}
          onChange={setOutcome}
          options={step.outcomes}
          error={fields['outcome'] ?? (tried && outcome === null ? 'Choose the outcome.' : undefined)}
        />
      ) : null}
      {asksSession ? (
        <SessionBack
          value={shown}
          onChange={setEntered}
          error={fields['back'] ?? (tried && shown.date === null ? 'Enter the first day back.' : undefined)}
        />
      ) : null}
      <TextArea label="Note" name="note" optional rows={2} value={note} onChange={setNote} maxLength={1000} />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={record.isPending}>
          Record it
        </Button>
      </div>
    </Panelled>
  );
}
