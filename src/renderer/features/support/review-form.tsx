import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

interface ReviewFormProps {
  readonly entry: Entry;
  readonly as: 'sign-off' | 'reassign';
  readonly onClose: () => void;
}

/** Signs the pupil off, or begins another six weeks; either with the reason. */
export function ReviewForm({ entry, as, onClose }: ReviewFormProps) {
  const signOff = useCommand('support.sign-off');
  const reassign = useCommand('support.reassign');
  const [reason, setReason] = useState('');
  useKeptForm(`review/${entry.id}/${as}`, reason, setReason);
  const [tried, setTried] = useState(false);
  const off = as === 'sign-off';
  const error = (signOff.error ?? reassign.error)?.error;
  const busy = signOff.isPending || reassign.isPending;
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    const input = { entryId: entry.id, version: entry.version, reason };
    if (off) {
      signOff.mutate(input, {
        onSuccess: () => {
          notify({ title: 'Signed off', text: 'The entry stays in the grid of its terms.' });
          onClose();
        },
      });
      return;
    }
    reassign.mutate(input, {
      onSuccess: ({ reviewOn }) => {
        notify({ title: 'Reassigned', text: `The next review is due on ${formatDate(reviewOn)}.` });
        onClose();
      },
    });
  };
  return (
    <Panelled label={off ? 'Sign off' : 'Reassign'} onSend={send} onClose={onClose} busy={busy}>
      {error ? <ErrorCallout title={off ? 'Not signed off' : 'Not reassigned'} error={error} /> : null}
      <TextField
        label={off ? 'Why the pupil is no longer at risk' : 'Why the pupil is still at risk'}
        name="reason"
        hint={off ? 'Stands in the termly grid.' : 'Six weeks more begin today.'}
        value={reason}
        onChange={setReason}
        maxLength={400}
        autoFocus
        error={tried && reason.trim() === '' ? 'Enter why.' : undefined}
      />
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={busy}>
          {off ? 'Sign off' : 'Reassign'}
        </Button>
      </div>
    </Panelled>
  );
}
