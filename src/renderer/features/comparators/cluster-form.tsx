import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { ListedSchool } from './types.ts';

const [NONE, NEW] = ['', '\n'];

/** Puts one school into a cluster there is, into a new one, or into none. */
export function ClusterForm({
  school,
  clusters,
  onClose,
}: {
  readonly school: ListedSchool;
  readonly clusters: readonly string[];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState(school.cluster ?? NONE);
  const [name, setName] = useState('');
  const save = useCommand('authority.set-cluster');
  const cluster = chosen === NEW ? name.trim() : chosen;
  const missing = chosen === NEW && cluster === '';
  const [errors, setErrors] = useState<readonly { readonly path: string; readonly message: string }[]>([]);
  const send = () => {
    setErrors(missing ? [{ path: 'name', message: 'Enter the name of the cluster.' }] : []);
    if (missing) return;
    save.mutate(
      { laEstabs: [school.laEstab], cluster: cluster === '' ? null : cluster },
      {
        onSuccess: () => {
          notify({ title: cluster === '' ? 'In no cluster now' : `In “${cluster}” now`, text: school.name });
          onClose();
        },
      },
    );
  };
  return (
    <Panel title={`Cluster of ${school.name}`}>
      <SmallForm
        errors={errors}
        refused={save.error?.error}
        refusedTitle="The cluster was not changed"
        onSubmit={send}
      >
        <Row gap={3} align="end">
          <SelectField
            label="Cluster"
            name="cluster"
            width="medium"
            value={chosen}
            onChange={setChosen}
            options={[
              { value: NONE, label: 'None' },
              ...clusters.map((value) => ({ value, label: value })),
              { value: NEW, label: 'A new one…' },
            ]}
          />
          {chosen === NEW ? (
            <TextField
              label="Name of the new cluster"
              name="name"
              width="medium"
              maxLength={80}
              value={name}
              onChange={setName}
              error={errors[0]?.message}
              autoFocus
            />
          ) : null}
          <Button type="submit" variant="primary" loading={save.isPending}>
            Save cluster
          </Button>
          <Button onClick={onClose}>Close</Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}
