import { useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { offeredSessions } from './offered-sessions.ts';
import styles from './stays.module.css';
import type { Stay, StayPlace } from './types.ts';
import { WaiveRules } from './waive-rules.tsx';

interface ChangeSessionsProps {
  readonly stay: Stay;
  readonly coming: readonly StayPlace[];
  readonly onClose: () => void;
}

/** The coming sessions as ticks: untick to shorten, tick to lengthen. */
export function ChangeSessions({ stay, coming, onClose }: ChangeSessionsProps) {
  const today = useToday();
  const { placementId, version, exclusionId } = stay;
  const itinerary = useOperation(
    'places.itinerary',
    { exclusionId: exclusionId ?? '' },
    { enabled: exclusionId !== undefined },
  );
  const others = useEditing('stay', placementId);
  const change = useCommand('places.change-stay');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(coming.map(sessionKey)));
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const [tried, setTried] = useState(false);
  const offered = offeredSessions(coming, itinerary.data?.sessions, stay, today);
  const chosen: readonly Session[] = offered
    .filter((one) => ticked.has(sessionKey(one)))
    .map(({ date, slot }) => ({ date, slot }));
  const tick = (key: string, on: boolean) =>
    setTicked((was) => new Set(on ? [...was, key] : [...was].filter((other) => other !== key)));
  const send = () => {
    setTried(true);
    if (chosen.length === 0 || reason.trim() === '') return;
    change.mutate(
      {
        placementId,
        version,
        sessions: [...chosen],
        reason,
        ...(override.trim() === '' ? {} : { override: { reason: override } }),
      },
      {
        onSuccess: ({ added, cancelled }) => {
          notify({
            title: 'The stay was changed',
            text: `${plural(added.length, 'session')} more, ${String(cancelled.length)} given up. The exclusion stays as it is.`,
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Shorten or lengthen the stay" onSend={send} onClose={onClose} busy={change.isPending}>
      <EditedElsewhere others={others} />
      {change.error ? <VeiledError title="The stay was not changed" error={change.error.error} /> : null}
      <fieldset className={styles.ticks}>
        <legend>Sessions to come at {stay.providerName}</legend>
        {offered.length === 0 ? 'There is no session to tick.' : null}
        {offered.map((one) => (
          <CheckboxField
            key={sessionKey(one)}
            label={`${formatShortDate(one.date)} ${one.slot}${one.elsewhere ? `, at ${one.elsewhere}` : ''}`}
            checked={ticked.has(sessionKey(one))}
            disabled={one.elsewhere !== undefined}
            onChange={(on) => tick(sessionKey(one), on)}
          />
        ))}
      </fieldset>
      {tried && chosen.length === 0 ? (
        <p className={styles.problem}>Leave at least one session ticked, or cancel what is to come.</p>
      ) : null}
      <TextField
        label="Why"
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={tried && reason.trim() === '' ? 'Enter why the stay is changed.' : undefined}
      />
      {change.error ? <WaiveRules reason={override} onReason={setOverride} /> : null}
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Keep it
        </Button>
        <Button variant="primary" type="submit" loading={change.isPending}>
          Change the stay
        </Button>
      </div>
    </Panelled>
  );
}
