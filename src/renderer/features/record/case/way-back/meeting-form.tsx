import { useState } from 'react';
import { useCommand } from '../../../../api/client.ts';
import { useKeptForm } from '../../../../api/use-kept-form.ts';
import { Panelled } from '../../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea } from '../../../../ui/form/text-area.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { TimeField } from '../../../../ui/form/time-field.tsx';
import { Row } from '../../../../ui/layout/row.tsx';
import { notify } from '../../../../ui/overlay/notify.tsx';
import { useToday } from '../../../../ui/words/today.tsx';
import styles from '../case.module.css';
import { inputOf, startOf } from './meeting-draft.ts';
import type { WayBack } from './types.ts';

interface MeetingFormProps {
  readonly wayBack: WayBack;
  readonly part: 'invitation' | 'meeting';
  readonly onClose: () => void;
}

/** The invitation, or the meeting as it was held; what the other says stays as it is. */
export function MeetingForm({ wayBack, part, onClose }: MeetingFormProps) {
  const today = useToday();
  const save = useCommand('reintegration.save');
  const [form, setForm] = useState(() => startOf(wayBack, part, today));
  useKeptForm(`way-back/${wayBack.exclusionId}/${part}`, form, setForm);
  const change = (some: Partial<typeof form>) => setForm({ ...form, ...some });
  const fields = save.error?.fields ?? {};
  const { exclusionId, version } = wayBack;
  const send = () =>
    save.mutate(
      { exclusionId, version, ...inputOf(form) },
      {
        onSuccess: () => {
          onClose();
          notify({ title: part === 'invitation' ? 'Invitation noted' : 'Meeting noted' });
        },
      },
    );
  return (
    <Panelled
      label={part === 'invitation' ? 'Invitation' : 'Reintegration meeting'}
      busy={save.isPending}
      onSend={send}
      onClose={onClose}
    >
      {save.error ? <ErrorCallout title="Not noted" error={save.error.error} /> : null}
      {part === 'invitation' ? (
        <>
          <Row gap={4} align="start">
            <DateField
              label="Invited on"
              name="invitedOn"
              value={form.invitedOn}
              onChange={(invitedOn) => change({ invitedOn })}
              error={fields['invitedOn']}
            />
            <TextField
              label="How"
              name="invitedHow"
              optional
              placeholder="by letter, by phone"
              width="medium"
              value={form.invitedHow}
              onChange={(invitedHow) => change({ invitedHow })}
              maxLength={120}
              error={fields['invitedHow']}
            />
          </Row>
          <Row gap={4} align="start">
            <DateField
              label="Meeting set for"
              name="meetingOn"
              optional
              value={form.meetingOn}
              onChange={(meetingOn) => change({ meetingOn })}
              error={fields['meetingOn']}
            />
            <TimeField
              label="At"
              name="meetingAt"
              optional
              value={form.meetingAt}
              onChange={(meetingAt) => change({ meetingAt })}
              error={fields['meetingAt']}
            />
          </Row>
        </>
      ) : (
        <>
          <DateField
            label="Held on"
            name="heldOn"
            value={form.heldOn}
            onChange={(heldOn) => change({ heldOn })}
            error={fields['heldOn']}
          />
          <TextField
            label="Who came"
            name="present"
            value={form.present}
            onChange={(present) => change({ present })}
            maxLength={500}
            error={fields['present']}
          />
          <TextArea
            label="What was agreed"
            name="agreed"
            optional
            rows={3}
            value={form.agreed}
            onChange={(agreed) => change({ agreed })}
            maxLength={2000}
            error={fields['agreed']}
          />
          <TextArea
            label="What worked"
            name="whatWorked"
            optional
            hint="What helps this pupil. It is shown when the next exclusion is recorded."
            rows={2}
            value={form.whatWorked}
            onChange={(whatWorked) => change({ whatWorked })}
            maxLength={2000}
            error={fields['whatWorked']}
          />
        </>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={save.isPending}>
          {part === 'invitation' ? 'Note the invitation' : 'Note the meeting'}
        </Button>
      </div>
    </Panelled>
  );
}
