import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './support.module.css';
import type { Person } from './types.ts';

interface PersonFormProps {
  /** Missing for somebody new. */
  readonly person?: Person | undefined;
  readonly onClose: () => void;
}

/** Enters somebody who may be a key worker, or changes them. */
export function PersonForm({ person, onClose }: PersonFormProps) {
  const save = useCommand('support.save-staff');
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState(person?.role ?? '');
  const [organisation, setOrganisation] = useState(person?.organisation ?? '');
  const [somebodyElse, setSomebodyElse] = useState(false);
  const [tried, setTried] = useState(false);
  const error = save.error?.error;
  const doubted = error?.fields?.some(({ path }) => path === 'somebodyElse') === true;
  const send = () => {
    setTried(true);
    if (name.trim() === '' || role.trim() === '') return;
    const known = person === undefined ? {} : { id: person.id, version: person.version };
    save.mutate(
      { ...known, name, role, organisation, somebodyElse },
      {
        onSuccess: ({ linked }) => {
          notify({
            title: `${name.trim()} is in the list`,
            ...(linked === 0 ? {} : { text: `${plural(linked, 'pupil')} stood there by this name.` }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled
      label={person === undefined ? 'Enter somebody' : `Change ${person.name}`}
      onSend={send}
      onClose={onClose}
      busy={save.isPending}
    >
      {error ? <ErrorCallout title="Nothing was saved" error={error} /> : null}
      <div className={styles.narrow}>
        <Stack gap={3}>
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
            hint="For example Learning Mentor or Head of Year 9."
            value={role}
            onChange={setRole}
            maxLength={80}
            error={tried && role.trim() === '' ? 'Enter the role.' : undefined}
          />
          <TextField
            label="Works for"
            name="organisation"
            optional
            hint="Only for somebody from outside the school."
            value={organisation}
            onChange={setOrganisation}
            maxLength={120}
          />
          {doubted || somebodyElse ? (
            <CheckboxField
              label="This is somebody else"
              name="somebodyElse"
              checked={somebodyElse}
              onChange={setSomebodyElse}
            />
          ) : null}
        </Stack>
      </div>
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={save.isPending}>
          {person === undefined ? 'Enter' : 'Save'}
        </Button>
      </div>
    </Panelled>
  );
}
