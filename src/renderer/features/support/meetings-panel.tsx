import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

interface MeetingsPanelProps {
  readonly entry: Entry;
  readonly mayEdit: boolean;
}

/** When the pupil and the key worker met. */
export function MeetingsPanel({ entry, mayEdit }: MeetingsPanelProps) {
  const { drawn } = useCurtain();
  const [open, setOpen] = useState(false);
  const { meetings, keyWorker, procedure } = entry;
  const { meetingDays, meetingMinutes } = procedure;
  return (
    <Panel
      title="Meetings"
      context={`At least every ${String(meetingDays)} days, ${String(meetingMinutes)} minutes or more`}
      actions={
        mayEdit && keyWorker ? (
          <Button size="small" icon={CheckIcon} pressed={open} onClick={() => setOpen(!open)}>
            Note a meeting
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {open ? (
          <MeetingForm entryId={entry.id} least={meetingMinutes} onClose={() => setOpen(false)} />
        ) : null}
        {meetings.length === 0 ? (
          <Text muted>
            {keyWorker ? 'No meeting yet.' : 'No meeting yet: the pupil needs a key worker first.'}
          </Text>
        ) : (
          <ul className={styles.plain}>
            {meetings.map((meeting) => (
              <li key={meeting.on}>
                <DateText date={meeting.on} />, {meeting.keyWorker}
                {meeting.minutes === undefined ? null : `, ${String(meeting.minutes)} minutes`}
                {meeting.minutes !== undefined && meeting.minutes < meetingMinutes ? (
                  <>
                    {' '}
                    <StatusTag tone="info">Short</StatusTag>
                  </>
                ) : null}
                {meeting.note ? <span className={styles.under}>{drawn ? '…' : meeting.note}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

interface MeetingFormProps {
  readonly entryId: string;
  /** The least minutes of a meeting here. */
  readonly least: number;
  readonly onClose: () => void;
}

function MeetingForm({ entryId, least, onClose }: MeetingFormProps) {
  const today = useToday();
  const add = useCommand('support.add-meeting');
  const [on, setOn] = useState<string | null>(today);
  const [minutes, setMinutes] = useState<number | null>(least);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (on === null) return;
    add.mutate(
      { entryId, on, ...(minutes === null ? {} : { minutes }), ...(note.trim() === '' ? {} : { note }) },
      {
        onSuccess: () => {
          notify({ title: 'Meeting noted' });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Note a meeting" onSend={send} onClose={onClose} busy={add.isPending}>
      {add.error ? <ErrorCallout title="Not noted" error={add.error.error} /> : null}
      <Row gap={3} align="start">
        <DateField
          label="Met on"
          name="on"
          value={on}
          onChange={setOn}
          error={tried && on === null ? 'Enter the day.' : undefined}
        />
        <NumberField
          label="For"
          name="minutes"
          optional
          suffix="minutes"
          min={1}
          max={600}
          value={minutes}
          onChange={setMinutes}
        />
      </Row>
      <TextArea label="Note" name="note" optional value={note} onChange={setNote} maxLength={1000} rows={2} />
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={add.isPending}>
          Note the meeting
        </Button>
      </div>
    </Panelled>
  );
}
