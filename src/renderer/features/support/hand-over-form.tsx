import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './support.module.css';
import type { Person } from './types.ts';

/** Nobody yet: the pupil stands on Today until somebody is named. */
const NOBODY = 'nobody';

interface HandOverFormProps {
  readonly person: Person;
  readonly others: readonly Person[];
  readonly onClose: () => void;
}

/** Who has each pupil of somebody who leaves, all in one step. */
export function HandOverForm({ person, others, onClose }: HandOverFormProps) {
  const nameOf = usePersonName();
  const today = useToday();
  const hand = useCommand('support.hand-over');
  const [leftOn, setLeftOn] = useState<string | null>(today);
  const [to, setTo] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const { pupils } = person;
  const options = [
    ...others.map((one) => ({
      value: one.id,
      label: `${one.name}, ${one.role}: ${plural(one.pupils.length, 'pupil')}`,
    })),
    { value: NOBODY, label: 'Nobody yet' },
  ];
  const values = Object.values(to);
  const all = pupils.length > 0 && values.length === pupils.length && new Set(values).size === 1;
  const send = () => {
    setTried(true);
    if (leftOn === null || pupils.some(({ id }) => to[id] === undefined)) return;
    hand.mutate(
      {
        staffId: person.id,
        version: person.version,
        leftOn,
        pupils: pupils.map(({ id: entryId }) => {
          const staffId = to[entryId];
          return staffId === undefined || staffId === NOBODY ? { entryId } : { entryId, staffId };
        }),
      },
      {
        onSuccess: ({ handedOver, withoutKeyWorker }) => {
          notify({
            title: `${person.name} has left`,
            text:
              withoutKeyWorker === 0
                ? `${plural(handedOver, 'pupil')} handed over.`
                : `${plural(handedOver, 'pupil')} handed over; ${String(withoutKeyWorker)} with nobody yet.`,
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label={`Hand over from ${person.name}`} onSend={send} onClose={onClose} busy={hand.isPending}>
      {hand.error ? <ErrorCallout title="Nobody was handed over" error={hand.error.error} /> : null}
      <Row gap={3} align="start">
        <DateField
          label="Last day here"
          name="leftOn"
          value={leftOn}
          onChange={setLeftOn}
          error={tried && leftOn === null ? 'Enter the day.' : undefined}
        />
        {pupils.length > 1 ? (
          <SelectField
            label="All pupils to"
            name="all"
            value={all ? (values[0] ?? null) : null}
            onChange={(staffId) => setTo(Object.fromEntries(pupils.map(({ id }) => [id, staffId])))}
            options={options}
          />
        ) : null}
      </Row>
      {pupils.length === 0 ? <Text muted>There is nobody to hand over.</Text> : null}
      <div className={styles.handOver}>
        {pupils.map(({ id, name }) => (
          <SelectField
            key={id}
            label={`${nameOf(name)} to`}
            name={`pupil-${id}`}
            value={to[id] ?? null}
            onChange={(staffId) => setTo({ ...to, [id]: staffId })}
            options={options}
            error={tried && to[id] === undefined ? 'Choose who takes over.' : undefined}
          />
        ))}
      </div>
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={hand.isPending}>
          Hand over
        </Button>
      </div>
    </Panelled>
  );
}
