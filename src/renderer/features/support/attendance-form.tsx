import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { findPupils } from '../../api/find-pupils.ts';
import { PupilField, type ChosenPupil } from '../../ui/support/pupil-field.tsx';
import styles from './support.module.css';

const SAID = {
  raised: 'Below the limit: the pupil is on the register now.',
  added: 'Added to the pupil’s entry of the register.',
  unchanged: 'The register stays as it was.',
} as const;

/** Notes a figure of attendance; below the limit it puts the pupil on the register. */
export function AttendanceForm({ onClose }: { readonly onClose: () => void }) {
  const today = useToday();
  const set = useCommand('support.set-attendance');
  const [pupil, setPupil] = useState<ChosenPupil | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [source, setSource] = useState('Attendance register');
  useKeptForm('attendance/new', { pupil, percent, on, source }, (was) => {
    setPupil(was.pupil);
    setPercent(was.percent);
    setOn(was.on);
    setSource(was.source);
  });
  const [tried, setTried] = useState(false);
  const wrong = (when: boolean, path: string, message: string) => (when ? [{ path, message }] : []);
  const missing = tried
    ? [
        ...wrong(pupil === null, 'pupilId', 'Choose the pupil.'),
        ...wrong(percent === null, 'percent', 'Enter a figure from 0 to 100.'),
        ...wrong(on === null, 'on', 'Enter the last day the figure covers.'),
        ...wrong(source.trim() === '', 'source', 'Enter where the figure comes from.'),
      ]
    : [];
  const refused = set.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const submit = () => {
    setTried(true);
    if (pupil === null || percent === null || on === null || source.trim() === '') return;
    set.mutate(
      { pupilId: pupil.pupilId, percent, on, source },
      {
        onSuccess: ({ as }) => {
          notify({ title: 'Attendance noted', text: SAID[as] });
          onClose();
        },
      },
    );
  };
  return (
    <Panel title="Note a pupil’s attendance">
      <div className={styles.narrow}>
        <SmallForm errors={errors} refused={refused} refusedTitle="Not noted" onSubmit={submit}>
          <PupilField value={pupil} onChange={setPupil} load={findPupils} error={errorOf('pupilId')} />
          <Row gap={3} align="start">
            <NumberField
              label="Attendance"
              name="percent"
              suffix="%"
              min={0}
              max={100}
              value={percent}
              onChange={setPercent}
              error={errorOf('percent')}
            />
            <DateField label="Up to" name="on" value={on} onChange={setOn} error={errorOf('on')} />
          </Row>
          <TextField
            label="From"
            name="source"
            hint="For example “Attendance register, autumn term”."
            value={source}
            onChange={setSource}
            maxLength={120}
            error={errorOf('source')}
          />
          <Row justify="end">
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" loading={set.isPending}>
              Note the attendance
            </Button>
          </Row>
        </SmallForm>
      </div>
    </Panel>
  );
}
