import { useState } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { PersonIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { KeyWorkerForm } from './key-worker-form.tsx';
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
      <Stack gap={3}>
        {open ? <KeyWorkerForm entry={entry} onClose={() => setOpen(false)} /> : null}
        {keyWorkers.length === 0 ? (
          <Text muted>
            Nobody yet.{suggestedRole ? ` Suggested for this category: ${suggestedRole}.` : ''}
          </Text>
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
      </Stack>
    </Panel>
  );
}
