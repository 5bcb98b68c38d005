import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './stays.module.css';
import type { Stay, StayPlace } from './types.ts';
import { WaiveRules } from './waive-rules.tsx';

interface MoveStayProps {
  readonly stay: Stay;
  readonly coming: readonly StayPlace[];
  readonly onClose: () => void;
}

/** The coming sessions, from one on, go to another provider in one step. */
export function MoveStay({ stay, coming, onClose }: MoveStayProps) {
  const navigate = useNavigate();
  const { placementId, version } = stay;
  const editors = useEditing('stay', placementId);
  const providers = useOperation('providers.list', {});
  const move = useCommand('places.move-stay');
  const [providerId, setProviderId] = useState<string | null>(null);
  const [from, setFrom] = useState(coming[0] ? sessionKey(coming[0]) : '');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const [tried, setTried] = useState(false);
  const others = (providers.data?.providers ?? [])
    .filter(({ id, active }) => active && id !== stay.providerId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const moved = coming.filter((place) => sessionKey(place) >= from);
  const send = () => {
    setTried(true);
    if (providerId === null || reason.trim() === '') return;
    move.mutate(
      {
        placementId,
        version,
        providerId,
        sessions: moved.map(({ date, slot }) => ({ date, slot })),
        reason,
        ...(override.trim() === '' ? {} : { override: { reason: override } }),
      },
      {
        onSuccess: ({ placementId: next, placeIds }) => {
          const name = others.find(({ value }) => value === providerId)?.label ?? '';
          notify({
            title: `${plural(placeIds.length, 'session')} moved to ${name}`,
            text: 'This is the stay there.',
          });
          void navigate({ to: '/places/stays/$placementId', params: { placementId: next } });
        },
      },
    );
  };
  return (
    <Panelled label="Move to another provider" onSend={send} onClose={onClose} busy={move.isPending}>
      <EditedElsewhere others={editors} />
      {move.error ? <VeiledError title="The stay was not moved" error={move.error.error} /> : null}
      <SelectField
        label="To"
        name="providerId"
        value={providerId}
        onChange={setProviderId}
        options={others}
        error={tried && providerId === null ? 'Choose the provider.' : undefined}
      />
      <SelectField
        label="From"
        name="from"
        value={from}
        onChange={setFrom}
        options={coming.map((place) => ({
          value: sessionKey(place),
          label: `${formatShortDate(place.date)} ${place.slot}`,
        }))}
        note={plural(moved.length, 'session')}
      />
      <TextField
        label="Why"
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={tried && reason.trim() === '' ? 'Enter why the pupil moves.' : undefined}
      />
      {move.error ? <WaiveRules reason={override} onReason={setOverride} /> : null}
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Keep it
        </Button>
        <Button variant="primary" type="submit" loading={move.isPending}>
          Move {plural(moved.length, 'session')}
        </Button>
      </div>
    </Panelled>
  );
}
