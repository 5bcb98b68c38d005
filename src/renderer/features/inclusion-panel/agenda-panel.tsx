import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { findPupils } from '../../api/find-pupils.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon, PupilsIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { PupilField, type ChosenPupil } from '../../ui/support/pupil-field.tsx';
import styles from '../../ui/support/support.module.css';
import { useTried } from '../../ui/support/use-tried.ts';
import { AgendaItem } from './agenda-item.tsx';
import type { Meeting } from './types.ts';

interface AgendaPanelProps {
  readonly meeting: Meeting;
  readonly mayEdit: boolean;
}

/** The pupils of a panel in the order of its agenda, each with its minutes. */
export function AgendaPanel({ meeting, mayEdit }: AgendaPanelProps) {
  const [adding, setAdding] = useState(false);
  const { items, heldOn } = meeting;
  return (
    <Panel
      title={heldOn ? 'Minutes' : 'Agenda'}
      actions={
        mayEdit ? (
          <Button size="small" icon={AddIcon} expanded={adding} onClick={() => setAdding(!adding)}>
            Add a pupil…
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {adding ? <PutForm meeting={meeting} onClose={() => setAdding(false)} /> : null}
        {items.length === 0 ? (
          <EmptyState icon={PupilsIcon} title="Nobody is on the agenda">
            Put pupils on it from those proposed, or add one.
          </EmptyState>
        ) : (
          <ol className={styles.plain}>
            {items.map((item, at) => (
              <AgendaItem key={item.pupilId} item={item} at={at} meeting={meeting} mayEdit={mayEdit} />
            ))}
          </ol>
        )}
      </Stack>
    </Panel>
  );
}

function PutForm({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const put = useCommand('panel.put');
  const [pupil, setPupil] = useState<ChosenPupil | null>(null);
  const [why, setWhy] = useState('');
  const missing = [
    ...(pupil === null ? [{ path: 'pupilId', message: 'Choose the pupil.' }] : []),
    ...(why.trim() === '' ? [{ path: 'why', message: 'Enter why.' }] : []),
  ];
  const { attempt, errorOf } = useTried(missing, put.error?.error);
  const send = () => {
    if (!attempt() || pupil === null) return;
    const { id: panelId, version } = meeting;
    put.mutate({ panelId, version, pupilId: pupil.pupilId, why }, { onSuccess: onClose });
  };
  return (
    <Panelled label="Add a pupil" onSend={send} onClose={onClose} busy={put.isPending}>
      {put.error ? <ErrorCallout title="Not put on the agenda" error={put.error.error} /> : null}
      <PupilField value={pupil} onChange={setPupil} load={findPupils} error={errorOf('pupilId')} />
      <TextField
        label="Why"
        name="why"
        value={why}
        onChange={setWhy}
        maxLength={1000}
        error={errorOf('why')}
      />
      <FormButtons send="Put on the agenda" busy={put.isPending} onClose={onClose} />
    </Panelled>
  );
}
