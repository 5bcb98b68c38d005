import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { useTried } from '../../ui/support/use-tried.ts';
import type { Item, Meeting } from './types.ts';

interface MinuteFormProps {
  readonly item: Item;
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

/** The minutes of one pupil. */
export function MinuteForm({ item, meeting, onClose }: MinuteFormProps) {
  const minute = useCommand('panel.minute');
  const [draft, setDraft] = useState({
    discussed: item.discussed ?? '',
    decision: item.decision ?? '',
    owner: item.owner ?? '',
    dueOn: item.dueOn ?? null,
  });
  useKeptForm(`minutes/${meeting.id}/${item.pupilId}`, draft, setDraft);
  const { discussed, decision, owner, dueOn } = draft;
  const missing = [
    ...(discussed.trim() === '' ? [{ path: 'discussed', message: 'Enter what was said.' }] : []),
    ...(decision.trim() === '' ? [{ path: 'decision', message: 'Enter what was decided.' }] : []),
    ...(owner.trim() !== '' && dueOn === null
      ? [{ path: 'dueOn', message: 'Enter until when it is to be done.' }]
      : []),
  ];
  const { attempt, errorOf } = useTried(missing, minute.error?.error);
  const send = () => {
    if (!attempt()) return;
    minute.mutate(
      {
        panelId: meeting.id,
        version: meeting.version,
        pupilId: item.pupilId,
        discussed,
        decision,
        ...(owner.trim() === '' ? {} : { owner }),
        ...(dueOn === null ? {} : { dueOn }),
      },
      {
        onSuccess: () => {
          notify({ title: 'Minutes saved' });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Minutes" onSend={send} onClose={onClose} busy={minute.isPending}>
      {minute.error ? <ErrorCallout title="Not saved" error={minute.error.error} /> : null}
      <TextArea
        label="What was said"
        name="discussed"
        value={discussed}
        onChange={(text) => setDraft({ ...draft, discussed: text })}
        maxLength={4000}
        rows={4}
        error={errorOf('discussed')}
      />
      <TextField
        label="What was decided"
        name="decision"
        value={decision}
        onChange={(text) => setDraft({ ...draft, decision: text })}
        maxLength={1000}
        error={errorOf('decision')}
      />
      <Row gap={4} align="start">
        <TextField
          label="Who sees to it"
          name="owner"
          optional
          width="medium"
          value={owner}
          onChange={(text) => setDraft({ ...draft, owner: text })}
          maxLength={120}
          error={errorOf('owner')}
        />
        <DateField
          label="By"
          name="dueOn"
          optional
          value={dueOn}
          onChange={(day) => setDraft({ ...draft, dueOn: day })}
          error={errorOf('dueOn')}
        />
      </Row>
      <FormButtons send="Save the minutes" busy={minute.isPending} onClose={onClose} />
    </Panelled>
  );
}
