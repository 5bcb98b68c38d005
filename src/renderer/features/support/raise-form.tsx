import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { findPupils } from '../../api/find-pupils.ts';
import { PupilField, type ChosenPupil } from '../../ui/support/pupil-field.tsx';
import styles from './support.module.css';
import type { Criteria } from './types.ts';

/** What is met by the records alone. */
const ON_RECORD = '';

/** Puts a pupil on the register for what the records do not say. */
export function RaiseForm({
  criteria,
  onClose,
}: {
  readonly criteria: Criteria;
  readonly onClose: () => void;
}) {
  const raise = useCommand('support.raise');
  const [pupil, setPupil] = useState<ChosenPupil | null>(null);
  const [criterion, setCriterion] = useState<string | null>(null);
  const [note, setNote] = useState('');
  useKeptForm('at-risk/new', { pupil, criterion, note }, (was) => {
    setPupil(was.pupil);
    setCriterion(was.criterion);
    setNote(was.note);
  });
  const [tried, setTried] = useState(false);
  const missing = tried
    ? [
        ...(pupil === null ? [{ path: 'pupilId', message: 'Choose the pupil.' }] : []),
        ...(criterion === null ? [{ path: 'criterionId', message: 'Choose why.' }] : []),
      ]
    : [];
  const refused = raise.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const submit = () => {
    setTried(true);
    if (pupil === null || criterion === null) return;
    raise.mutate(
      {
        pupilId: pupil.pupilId,
        ...(criterion === ON_RECORD ? {} : { criterionId: criterion }),
        ...(note.trim() === '' ? {} : { note }),
      },
      {
        onSuccess: ({ as }) => {
          notify({
            title: as === 'raised' ? 'On the register' : 'Added to the entry',
            text: 'Name a key worker if there is none yet.',
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panel title="Put a pupil on the register">
      <div className={styles.narrow}>
        <SmallForm errors={errors} refused={refused} refusedTitle="Not put on the register" onSubmit={submit}>
          <PupilField value={pupil} onChange={setPupil} load={findPupils} error={errorOf('pupilId')} />
          <SelectField
            label="Why"
            name="criterionId"
            value={criterion}
            onChange={setCriterion}
            options={[
              ...criteria.criteria.flatMap(({ id, rule }) =>
                rule.kind === 'by-hand' ? [{ value: id, label: rule.name }] : [],
              ),
              { value: ON_RECORD, label: 'A criterion that is met on record' },
            ]}
            error={errorOf('criterionId')}
          />
          <TextField
            label="Note"
            name="note"
            optional
            hint="Only in the entry itself: lists and the grid leave it out."
            value={note}
            onChange={setNote}
            maxLength={400}
          />
          <Row justify="end">
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" loading={raise.isPending}>
              Put on the register
            </Button>
          </Row>
        </SmallForm>
      </div>
    </Panel>
  );
}
