import { useState } from 'react';
import { useCommand } from '../../../../api/client.ts';
import { Panelled } from '../../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea } from '../../../../ui/form/text-area.tsx';
import { notify } from '../../../../ui/overlay/notify.tsx';
import { useToday } from '../../../../ui/words/today.tsx';
import styles from '../case.module.css';
import type { WayBackStep } from './types.ts';

interface StepDoneProps {
  readonly step: WayBackStep;
  readonly onClose: () => void;
}

/** When it was done, and what came of it. */
export function StepDone({ step: { id, version, title, kind }, onClose }: StepDoneProps) {
  const today = useToday();
  const finish = useCommand('reintegration.finish-step');
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const fields = finish.error?.fields ?? {};
  const send = () => {
    setTried(true);
    if (doneOn === null || outcome.trim() === '') return;
    finish.mutate(
      { stepId: id, version, doneOn, outcome },
      {
        onSuccess: () => {
          onClose();
          notify({ title: 'Noted as done', text: title });
        },
      },
    );
  };
  return (
    <Panelled label={`Note as done: ${title}`} busy={finish.isPending} onSend={send} onClose={onClose}>
      {finish.error ? <ErrorCallout title="Not noted" error={finish.error.error} /> : null}
      <DateField
        label="Done on"
        name="doneOn"
        value={doneOn}
        onChange={setDoneOn}
        error={fields['doneOn'] ?? (tried && doneOn === null ? 'Enter the day.' : undefined)}
      />
      <TextArea
        label="What came of it"
        name="outcome"
        hint={
          kind === 'part-time'
            ? 'From when the pupil is in school full time. If it goes on, add another part-time return.'
            : undefined
        }
        rows={2}
        value={outcome}
        onChange={setOutcome}
        maxLength={1000}
        error={fields['outcome'] ?? (tried && outcome.trim() === '' ? 'Enter what came of it.' : undefined)}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={finish.isPending}>
          Note as done
        </Button>
      </div>
    </Panelled>
  );
}
