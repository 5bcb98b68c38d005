import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { CheckIcon, EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { useTried } from '../../ui/support/use-tried.ts';
import { useToday } from '../../ui/words/today.tsx';
import type { Meeting } from './types.ts';

interface HeldPanelProps {
  readonly meeting: Meeting;
  readonly mayEdit: boolean;
}

/** Who was there; with it the panel was held. Of one to come there is nothing to say. */
export function HeldPanel({ meeting, mayEdit }: HeldPanelProps) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { present, on } = meeting;
  if (present === undefined && on > today) return null;
  return (
    <Panel
      title="Present"
      actions={
        mayEdit && on <= today ? (
          <Button
            size="small"
            icon={present ? EditIcon : CheckIcon}
            expanded={open}
            onClick={() => setOpen(!open)}
          >
            {present ? 'Change…' : 'It was held…'}
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {open ? <HeldForm meeting={meeting} onClose={() => setOpen(false)} /> : null}
        <Text>{present ?? 'Not noted yet who was there.'}</Text>
      </Stack>
    </Panel>
  );
}

function HeldForm({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const hold = useCommand('panel.hold');
  const [present, setPresent] = useState(meeting.present ?? meeting.invited ?? '');
  const missing = present.trim() === '' ? [{ path: 'present', message: 'Enter who was there.' }] : [];
  const { attempt, errorOf } = useTried(missing, hold.error?.error);
  const send = () => {
    if (!attempt()) return;
    hold.mutate(
      { panelId: meeting.id, version: meeting.version, present },
      {
        onSuccess: () => {
          notify({ title: 'Noted as held', text: 'The minutes can be written to a file now.' });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Who was there" onSend={send} onClose={onClose} busy={hold.isPending}>
      {hold.error ? <ErrorCallout title="Not noted" error={hold.error.error} /> : null}
      <TextArea
        label="Who was there"
        name="present"
        value={present}
        onChange={setPresent}
        maxLength={1000}
        rows={2}
        error={errorOf('present')}
      />
      <FormButtons send="Note who was there" busy={hold.isPending} onClose={onClose} />
    </Panelled>
  );
}
