import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { PersonIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

interface KeyWorkerPanelProps {
  readonly entry: Entry;
  readonly mayEdit: boolean;
}

/** Who works with the pupil, one person at a time, and who did before. */
export function KeyWorkerPanel({ entry, mayEdit }: KeyWorkerPanelProps) {
  const [open, setOpen] = useState(false);
  const { keyWorker, keyWorkers, suggestedRole } = entry;
  return (
    <Panel
      title="Key worker"
      actions={
        mayEdit ? (
          <Button size="small" icon={PersonIcon} pressed={open} onClick={() => setOpen(!open)}>
            {keyWorker ? 'Name somebody else' : 'Name a key worker'}
          </Button>
        ) : undefined
      }
    >
      {open ? <KeyWorkerForm entry={entry} onClose={() => setOpen(false)} /> : null}
      {keyWorkers.length === 0 ? (
        <Text muted>Nobody yet.{suggestedRole ? ` Suggested for this category: ${suggestedRole}.` : ''}</Text>
      ) : (
        <ul className={styles.plain}>
          {keyWorkers.map(({ name, role, from, to }) => (
            <li key={`${name} ${role} ${from} ${to ?? ''}`}>
              {name}, {role}
              <span className={styles.under}>
                From <DateText date={from} />
                {to === undefined ? null : (
                  <>
                    {' '}
                    to <DateText date={to} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function KeyWorkerForm({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const assign = useCommand('support.assign-key-worker');
  const [name, setName] = useState('');
  const [role, setRole] = useState(entry.suggestedRole ?? '');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (name.trim() === '' || role.trim() === '') return;
    assign.mutate(
      { entryId: entry.id, version: entry.version, name, role },
      {
        onSuccess: () => {
          notify({ title: `${name.trim()} is the key worker` });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Name the key worker" onSend={send} onClose={onClose} busy={assign.isPending}>
      {assign.error ? <ErrorCallout title="Nobody was named" error={assign.error.error} /> : null}
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        error={tried && name.trim() === '' ? 'Enter the name.' : undefined}
      />
      <TextField
        label="Role"
        name="role"
        hint={entry.suggestedRole ? `Suggested for this category: ${entry.suggestedRole}.` : undefined}
        value={role}
        onChange={setRole}
        maxLength={80}
        error={tried && role.trim() === '' ? 'Enter the role.' : undefined}
      />
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={assign.isPending}>
          Name the key worker
        </Button>
      </div>
    </Panelled>
  );
}
