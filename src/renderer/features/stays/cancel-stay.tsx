import { useState } from 'react';
import { CANCEL_CODES, type CancelCode } from '#shared/domain/placements/types.ts';
import { CANCEL_CODE_WORDS } from '#shared/text/placement-words.ts';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import styles from './stays.module.css';
import type { StayPlace } from './types.ts';

/** Moving and shortening are done by their own forms, which keep the rest of the stay. */
const CODES = CANCEL_CODES.filter((code) => code !== 'moved' && code !== 'shortened').map((value) => ({
  value,
  label: CANCEL_CODE_WORDS[value],
}));

interface CancelStayProps {
  readonly coming: readonly StayPlace[];
  readonly onClose: () => void;
}

/** Gives up every session to come; the history keeps them and why. */
export function CancelStay({ coming, onClose }: CancelStayProps) {
  const cancel = useCommand('places.cancel');
  const nameOf = usePersonName();
  const [code, setCode] = useState<CancelCode | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (code === null || reason.trim() === '') return;
    cancel.mutate(
      { placeIds: coming.map(({ placeId }) => placeId), code, reason },
      {
        onSuccess: ({ waiting }) => {
          const first = waiting[0];
          notify({
            title: `${plural(coming.length, 'session')} cancelled`,
            text: first
              ? `${nameOf(first.name)} waits for a place at ${first.providerName}${waiting.length > 1 ? ` and ${plural(waiting.length - 1, 'other pupil')} too` : ''}.`
              : 'The history keeps the reason.',
          });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Cancel what is to come" onSend={send} onClose={onClose} busy={cancel.isPending}>
      {cancel.error ? <ErrorCallout title="Not cancelled" error={cancel.error.error} /> : null}
      <SelectField
        label="What happened"
        name="code"
        value={code}
        onChange={setCode}
        options={CODES}
        error={tried && code === null ? 'Choose what happened.' : undefined}
      />
      <TextField
        label="Why"
        name="reason"
        hint="Kept in the history, for example “Parents rang on Monday”."
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={tried && reason.trim() === '' ? 'Enter why it is cancelled.' : undefined}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Keep them
        </Button>
        <Button variant="danger" type="submit" loading={cancel.isPending}>
          Cancel {plural(coming.length, 'session')}
        </Button>
      </div>
    </Panelled>
  );
}
