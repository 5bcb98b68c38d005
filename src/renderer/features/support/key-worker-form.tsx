import { useState } from 'react';
import { useCommand, useOperation } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './support.module.css';
import type { Entry } from './types.ts';

/** Somebody who is not in the directory. */
const NEW = 'new';

/** Names the key worker: somebody of the directory, with how many pupils they have, or somebody new in it. */
export function KeyWorkerForm({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const directory = useOperation('support.staff', {}).data;
  const assign = useCommand('support.assign-key-worker');
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState(entry.suggestedRole ?? '');
  const [somebodyElse, setSomebodyElse] = useState(false);
  const [tried, setTried] = useState(false);
  if (directory === undefined) return null;
  const { staff } = directory;
  const isNew = chosen === NEW || staff.length === 0;
  const error = assign.error?.error;
  const doubted = error?.fields?.some(({ path }) => path === 'somebodyElse') === true;
  const send = () => {
    setTried(true);
    if (isNew ? name.trim() === '' || role.trim() === '' : chosen === null) return;
    const who = isNew ? { name, role, somebodyElse } : { staffId: chosen ?? '' };
    const called = isNew ? name.trim() : staff.find(({ id }) => id === chosen)?.name;
    assign.mutate(
      { entryId: entry.id, version: entry.version, ...who },
      {
        onSuccess: () => {
          notify({ title: `${called ?? 'This person'} is the key worker` });
          onClose();
        },
      },
    );
  };
  const suggested = entry.suggestedRole ? `Suggested for this category: ${entry.suggestedRole}.` : undefined;
  return (
    <Panelled label="Name the key worker" onSend={send} onClose={onClose} busy={assign.isPending}>
      {error ? <ErrorCallout title="Nobody was named" error={error} /> : null}
      {staff.length === 0 ? null : (
        <SelectField
          label="Key worker"
          name="staffId"
          hint={suggested}
          value={chosen}
          onChange={setChosen}
          options={[
            ...staff
              .filter(({ id }) => id !== entry.keyWorker?.staffId)
              .map((one) => ({
                value: one.id,
                label: `${one.name}, ${one.role}: ${plural(one.pupils.length, 'pupil')}`,
              })),
            { value: NEW, label: 'Somebody who is not in the list yet' },
          ]}
          error={tried && chosen === null ? 'Choose somebody.' : undefined}
        />
      )}
      {isNew ? (
        <>
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
            hint={suggested}
            value={role}
            onChange={setRole}
            maxLength={80}
            error={tried && role.trim() === '' ? 'Enter the role.' : undefined}
          />
          {doubted || somebodyElse ? (
            <CheckboxField
              label="This is somebody else"
              name="somebodyElse"
              checked={somebodyElse}
              onChange={setSomebodyElse}
            />
          ) : null}
        </>
      ) : null}
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
