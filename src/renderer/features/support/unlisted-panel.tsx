import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './support.module.css';
import type { Directory } from './types.ts';

interface UnlistedPanelProps {
  readonly unlisted: Directory['unlisted'];
  readonly mayEdit: boolean;
}

/** Key workers from before there was a directory, by name alone; nothing where there are none. */
export function UnlistedPanel({ unlisted, mayEdit }: UnlistedPanelProps) {
  const save = useCommand('support.save-staff');
  if (unlisted.length === 0) return null;
  return (
    <Panel
      title="Not in the list"
      context="Named before there was a list. Enter each once; if it is somebody who is there already, name them on the entry."
    >
      {save.error ? <ErrorCallout title="Nothing was saved" error={save.error.error} /> : null}
      <ul className={styles.plain}>
        {unlisted.map(({ name, role, pupils }) => (
          <li key={`${name} ${role}`} className={styles.spread}>
            <span>
              {name}, {role}
              <span className={styles.under}>{plural(pupils.length, 'pupil')}</span>
            </span>
            {mayEdit ? (
              <Button
                size="small"
                icon={AddIcon}
                loading={save.isPending && save.variables.name === name}
                onClick={() =>
                  save.mutate(
                    { name, role },
                    { onSuccess: () => notify({ title: `${name} is in the list` }) },
                  )
                }
              >
                Enter {name}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
