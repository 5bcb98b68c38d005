import { useState } from 'react';
import type { StayTaskKind } from '#shared/domain/placements/types.ts';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import styles from './stays.module.css';

/** What people add by hand; the rest comes by rule. */
const KINDS: readonly { readonly value: StayTaskKind; readonly label: string }[] = [
  { value: 'work-set', label: 'Work set by the school' },
  { value: 'weekly-review', label: 'Review' },
  { value: 'paper', label: 'Paper to be there before the stay' },
  { value: 'follow-up', label: 'Follow-up after the stay' },
];

interface AddTaskProps {
  readonly placementId: string;
  readonly onClose: () => void;
}

/** Something else that was agreed for the stay. */
export function AddTask({ placementId, onClose }: AddTaskProps) {
  const add = useCommand('stays.add-task');
  const [kind, setKind] = useState<StayTaskKind>('work-set');
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (title.trim() === '') return;
    add.mutate(
      { placementId, kind, title, ...(dueOn === null ? {} : { dueOn }) },
      {
        onSuccess: () => {
          notify({ title: 'Added', text: title });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Add what the stay owes" onSend={send} onClose={onClose} busy={add.isPending}>
      {add.error ? <VeiledError title="Not added" error={add.error.error} /> : null}
      <Row gap={4} align="start">
        <SelectField
          label="Kind"
          name="kind"
          width="medium"
          value={kind}
          onChange={setKind}
          options={KINDS}
        />
        <DateField label="By" name="dueOn" optional value={dueOn} onChange={setDueOn} />
      </Row>
      <TextField
        label="What is to be done"
        name="title"
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
        error={tried && title.trim() === '' ? 'Enter what is to be done.' : undefined}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" icon={AddIcon} loading={add.isPending}>
          Add
        </Button>
      </div>
    </Panelled>
  );
}
