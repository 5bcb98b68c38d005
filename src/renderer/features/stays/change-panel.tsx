import { useState } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CancelStay } from './cancel-stay.tsx';
import { ChangeSessions } from './change-sessions.tsx';
import { EscortForm } from './escort-form.tsx';
import { MoveStay } from './move-stay.tsx';
import styles from './stays.module.css';
import type { Stay } from './types.ts';

const WAYS = [
  { key: 'sessions', label: 'Shorten or lengthen…' },
  { key: 'move', label: 'Move to another provider…' },
  { key: 'escort', label: 'Who goes along…' },
  { key: 'cancel', label: 'Cancel what is to come…' },
] as const;

type Way = (typeof WAYS)[number]['key'];

/** How a stay is changed: the exclusion stays as it is. */
export function ChangePanel({ stay }: { readonly stay: Stay }) {
  const today = useToday();
  const [way, setWay] = useState<Way>();
  const coming = stay.places.filter(
    ({ date, state, outcome }) =>
      date >= today && (state === 'booked' || state === 'held') && outcome === undefined,
  );
  const close = () => setWay(undefined);
  const ways = WAYS.filter(({ key }) => key === 'sessions' || coming.length > 0);
  return (
    <Panel title="Change this stay">
      <div className={styles.ways}>
        {ways.map(({ key, label }) => (
          <div key={key}>
            <Button size="small" expanded={way === key} onClick={() => setWay(way === key ? undefined : key)}>
              {label}
            </Button>
            {way !== key ? null : key === 'sessions' ? (
              <ChangeSessions stay={stay} coming={coming} onClose={close} />
            ) : key === 'move' ? (
              <MoveStay stay={stay} coming={coming} onClose={close} />
            ) : key === 'escort' ? (
              <EscortForm stay={stay} coming={coming} onClose={close} />
            ) : (
              <CancelStay coming={coming} onClose={close} />
            )}
          </div>
        ))}
      </div>
      {coming.length === 0 ? (
        <Text small muted>
          No session of it is to come. Lengthen it to have the pupil come again.
        </Text>
      ) : null}
    </Panel>
  );
}
