import { useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import styles from './stays.module.css';
import type { Stay, StayPlace } from './types.ts';

interface EscortFormProps {
  readonly stay: Stay;
  readonly coming: readonly StayPlace[];
  readonly onClose: () => void;
}

/** The member of staff whom the school sends along on a day. */
export function EscortForm({ stay: { placementId }, coming, onClose }: EscortFormProps) {
  const save = useCommand('places.name-escort');
  const days = [...new Map(coming.map(({ date, escort }) => [date, escort ?? ''])).entries()];
  const [date, setDate] = useState(days[0]?.[0] ?? '');
  const [name, setName] = useState(days[0]?.[1] ?? '');
  const send = () =>
    save.mutate(
      { placementId, date, name },
      {
        onSuccess: () => {
          notify({
            title: name.trim() === '' ? 'Nobody goes along' : `${name} goes along`,
            text: formatShortDate(date),
          });
          onClose();
        },
      },
    );
  return (
    <Panelled label="Who goes along" onSend={send} onClose={onClose} busy={save.isPending}>
      {save.error ? <ErrorCallout title="Not noted" error={save.error.error} /> : null}
      <SelectField
        label="On"
        name="date"
        value={date}
        onChange={(next) => {
          setDate(next);
          setName(days.find(([day]) => day === next)?.[1] ?? '');
        }}
        options={days.map(([day]) => ({ value: day, label: formatShortDate(day) }))}
      />
      <TextField
        label="Member of staff"
        name="name"
        hint="Empty takes the name back."
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={save.isPending}>
          Note it
        </Button>
      </div>
    </Panelled>
  );
}
