import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';

/** Backups are made on the server, where First Day does not see them: somebody says when. */
export function NotedBackupPanel() {
  const today = useToday();
  const note = useCommand('health.note-backup');
  const [on, setOn] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const [missing, setMissing] = useState(false);
  const errors = missing
    ? [{ path: 'on', message: 'Give the day of the backup.' }]
    : (note.error?.error.fields ?? []);
  const send = () => {
    setMissing(on === null);
    if (on === null) return;
    note.mutate(
      { on, tried },
      {
        onSuccess: () => {
          setTried(false);
          notify({ title: 'Backup noted' });
        },
      },
    );
  };
  return (
    <Panel
      title="Note a backup"
      context="The server is backed up by whoever looks after it. Ask now and then, and note it: the line above says how old it is."
    >
      <SmallForm
        errors={errors}
        refused={note.error?.error}
        refusedTitle="The backup was not noted"
        onSubmit={send}
      >
        <DateField
          label="Day of the last backup"
          name="on"
          value={on}
          error={errors[0]?.message}
          onChange={setOn}
        />
        <CheckboxField
          label="It was restored on another machine, and the records were there"
          name="tried"
          checked={tried}
          onChange={setTried}
        />
        <Row gap={2}>
          <Button type="submit" loading={note.isPending}>
            Note the backup
          </Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}
