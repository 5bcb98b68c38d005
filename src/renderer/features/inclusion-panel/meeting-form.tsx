import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { TimeField } from '../../ui/form/time-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import styles from '../../ui/support/support.module.css';
import { useTried } from '../../ui/support/use-tried.ts';
import type { Meeting } from './types.ts';

interface MeetingFormProps {
  /** Missing: a new one. */
  readonly meeting: Meeting | undefined;
  readonly onSaved: (panelId: string) => void;
  readonly onClose: () => void;
}

/** When and where a panel meets, and who is invited. */
export function MeetingForm({ meeting, onSaved, onClose }: MeetingFormProps) {
  const save = useCommand('panel.save');
  const [draft, setDraft] = useState({
    on: meeting?.on ?? null,
    startsAt: meeting?.startsAt ?? '',
    place: meeting?.place ?? '',
    invited: meeting?.invited ?? '',
  });
  useKeptForm(`panel/${meeting?.id ?? 'new'}`, draft, setDraft);
  const { on, startsAt, place, invited } = draft;
  const missing = [
    ...(on === null ? [{ path: 'on', message: 'Enter the day.' }] : []),
    ...(startsAt !== '' && !/^\d{2}:\d{2}$/.test(startsAt)
      ? [{ path: 'startsAt', message: 'Enter a time, for example 3.30 pm.' }]
      : []),
  ];
  const { attempt, errorOf } = useTried(missing, save.error?.error);
  const send = () => {
    if (!attempt() || on === null) return;
    save.mutate(
      {
        ...(meeting ? { panelId: meeting.id, version: meeting.version } : {}),
        on,
        ...(startsAt === '' ? {} : { startsAt }),
        place,
        invited,
      },
      {
        onSuccess: ({ panelId }) => {
          notify({ title: meeting ? 'Panel saved' : 'Panel called' });
          onSaved(panelId);
        },
      },
    );
  };
  return (
    <div className={styles.narrow}>
      <Panelled
        label={meeting ? 'Change the panel' : 'Call a panel'}
        onSend={send}
        onClose={onClose}
        busy={save.isPending}
      >
        {save.error ? <ErrorCallout title="Not saved" error={save.error.error} /> : null}
        <DateField
          label="Meets on"
          name="on"
          autoFocus
          value={on}
          onChange={(day) => setDraft({ ...draft, on: day })}
          error={errorOf('on')}
        />
        <TimeField
          label="At"
          name="startsAt"
          optional
          width="short"
          value={startsAt}
          onChange={(time) => setDraft({ ...draft, startsAt: time })}
          error={errorOf('startsAt')}
        />
        <TextField
          label="Place"
          name="place"
          optional
          value={place}
          onChange={(text) => setDraft({ ...draft, place: text })}
          maxLength={120}
        />
        <TextArea
          label="Invited"
          name="invited"
          optional
          value={invited}
          onChange={(text) => setDraft({ ...draft, invited: text })}
          maxLength={1000}
          rows={2}
        />
        <FormButtons
          send={meeting ? 'Save the panel' : 'Call the panel'}
          busy={save.isPending}
          onClose={onClose}
        />
      </Panelled>
    </div>
  );
}
