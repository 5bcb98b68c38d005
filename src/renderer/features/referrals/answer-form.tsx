import { useState } from 'react';
import { referralSteps } from '#shared/domain/support/referral-steps.ts';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { useTried } from '../../ui/support/use-tried.ts';
import { useToday } from '../../ui/words/today.tsx';
import type { Referral } from './types.ts';

type As = 'accepted' | 'returned' | 'closed';

const LABELS: Readonly<Record<As, string>> = {
  accepted: 'Accepted',
  returned: 'Returned',
  closed: 'Closed',
};

const SAID: Readonly<Record<As, string>> = {
  accepted: 'What was agreed',
  returned: 'Why it came back',
  closed: 'What came of it',
};

interface Draft {
  readonly as: As;
  readonly on: string | null;
  readonly answer: string;
  readonly allocatedTo: string;
}

/** Notes what an agency answered. */
export function AnswerForm({
  referral,
  onClose,
}: {
  readonly referral: Referral;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const command = useCommand('referrals.answer');
  const steps = referralSteps(referral.state);
  const [draft, setDraft] = useState<Draft>({
    as: steps[0] ?? 'closed',
    on: today,
    answer: '',
    allocatedTo: '',
  });
  useKeptForm(`referral-answer/${referral.id}`, draft, setDraft);
  const { as, on, answer, allocatedTo } = draft;
  const missing = [
    ...(answer.trim() === '' ? [{ path: 'answer', message: 'Enter what was answered.' }] : []),
    ...(on === null ? [{ path: 'on', message: 'Enter the day.' }] : []),
  ];
  const { attempt, errorOf } = useTried(missing, command.error?.error);
  const send = () => {
    if (!attempt() || on === null) return;
    command.mutate(
      {
        referralId: referral.id,
        version: referral.version,
        as,
        on,
        answer,
        ...(as === 'accepted' && allocatedTo.trim() !== '' ? { allocatedTo } : {}),
      },
      {
        onSuccess: () => {
          notify({
            title: `Noted as ${LABELS[as].toLowerCase()}`,
            ...(as === 'returned'
              ? { text: 'Make it again with what the school does now, or close it.' }
              : {}),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Note the answer" onSend={send} onClose={onClose} busy={command.isPending}>
      {command.error ? <ErrorCallout title="Not noted" error={command.error.error} /> : null}
      <SegmentedChoice<As>
        label="How it stands now"
        name="as"
        value={as}
        onChange={(next) => setDraft({ ...draft, as: next })}
        options={steps.map((value) => ({ value, label: LABELS[value] }))}
      />
      <DateField
        label="Answered on"
        name="on"
        value={on}
        onChange={(day) => setDraft({ ...draft, on: day })}
        error={errorOf('on')}
      />
      <TextArea
        label={SAID[as]}
        name="answer"
        value={answer}
        onChange={(text) => setDraft({ ...draft, answer: text })}
        maxLength={2000}
        rows={3}
        error={errorOf('answer')}
      />
      {as === 'accepted' ? (
        <TextField
          label="Who there works with the pupil"
          name="allocatedTo"
          optional
          value={allocatedTo}
          onChange={(text) => setDraft({ ...draft, allocatedTo: text })}
          maxLength={120}
        />
      ) : null}
      <FormButtons send="Note the answer" busy={command.isPending} onClose={onClose} />
    </Panelled>
  );
}
