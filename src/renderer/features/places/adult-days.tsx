import { useState } from 'react';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { formatSession } from '#shared/domain/calendar/format-date.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { StoredProvider } from './provider-draft.ts';
import type { Adult } from './roster-draft.ts';
import type { PutOut } from './use-provider-save.ts';
import styles from './roster.module.css';

interface AdultDaysProps {
  readonly provider: StoredProvider;
  readonly adults: readonly Adult[];
  readonly today: string;
  readonly mayEdit: boolean;
  /** Bookings of the session that have too few adults by the change. */
  readonly onWithout: (without: PutOut) => void;
}

type Change = 'here' | 'away' | 'as-usual';

/** Who is away or there besides on one day: the ordinary week stays as it is. */
export function AdultDays({ provider, adults, today, mayEdit, onWithout }: AdultDaysProps) {
  const command = useCommand('providers.change-adult');
  const [name, setName] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [slot, setSlot] = useState<Slot>('am');
  const [change, setChange] = useState<'here' | 'away'>('away');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<OperationError>();
  const coming = adults
    .flatMap((adult) =>
      adult.date !== undefined && adult.date >= today ? [{ ...adult, date: adult.date }] : [],
    )
    .toSorted((a, b) => (`${a.date} ${a.slot}` < `${b.date} ${b.slot}` ? -1 : 1));

  const send = async (who: string, session: { date: string; slot: Slot }, how: Change) => {
    setRefused(undefined);
    setErrors([]);
    try {
      const { without } = await command.mutateAsync({
        providerId: provider.id,
        name: who,
        session,
        change: how,
      });
      onWithout(without);
      notify({ title: 'Noted', text: `${who}, ${formatSession(session)}` });
      return true;
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      if (failed.error.fields) setErrors(failed.error.fields);
      else setRefused(failed);
      return false;
    }
  };

  const submit = async () => {
    const missing = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the adult’s name.' }] : []),
      ...(date === null ? [{ path: 'session', message: 'Enter the day.' }] : []),
    ];
    setErrors(missing);
    if (missing.length > 0 || date === null || command.isPending) return;
    if (await send(name.trim(), { date, slot }, change)) setName('');
  };

  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  return (
    <Panel title="Single days" context="From today on; the ordinary week stays as it is">
      <Stack gap={4}>
        {coming.length === 0 ? (
          <Text muted>Nobody is away or there besides.</Text>
        ) : (
          <ul className={styles.days}>
            {coming.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name}, {formatSession(one)}
                </span>
                <Row gap={2}>
                  {one.here ? (
                    <StatusTag tone="done">There besides</StatusTag>
                  ) : (
                    <StatusTag tone="due">Away</StatusTag>
                  )}
                  {mayEdit ? (
                    <Button size="small" variant="quiet" onClick={() => void send(one.name, one, 'as-usual')}>
                      As usual
                    </Button>
                  ) : null}
                </Row>
              </li>
            ))}
          </ul>
        )}
        {mayEdit ? (
          <SmallForm
            errors={errors}
            refused={refused?.error}
            refusedTitle="Not noted"
            onSubmit={() => void submit()}
          >
            <h3>Change one day</h3>
            <TextField
              label="Adult"
              name="name"
              maxLength={120}
              value={name}
              error={errorAt('name')}
              onChange={setName}
            />
            <Row gap={3} align="start">
              <DateField
                label="Day"
                name="session"
                value={date}
                error={errorAt('session')}
                onChange={setDate}
              />
              <SegmentedChoice
                label="Half day"
                value={slot}
                onChange={setSlot}
                options={[
                  { value: 'am', label: 'am' },
                  { value: 'pm', label: 'pm' },
                ]}
              />
            </Row>
            <SegmentedChoice
              label="What changes"
              value={change}
              onChange={setChange}
              options={[
                { value: 'away', label: 'Away' },
                { value: 'here', label: 'There besides' },
              ]}
            />
            <Row justify="end">
              <Button type="submit" loading={command.isPending}>
                Note the change
              </Button>
            </Row>
          </SmallForm>
        ) : null}
      </Stack>
    </Panel>
  );
}
