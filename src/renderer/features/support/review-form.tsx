import { useState } from 'react';
import type { SignOffBasis } from '#shared/domain/support/types.ts';
import { SIGN_OFF_BASIS_WORDS, sayWeeks } from '#shared/text/support-words.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

interface ReviewFormProps {
  readonly entry: Entry;
  readonly as: 'sign-off' | 'reassign';
  readonly onClose: () => void;
}

const BASES: readonly SignOffBasis[] = ['decision', 'criteria', 'date'];

/** What the records speak for: the criteria where none is met, the date where the school signs off by it. */
function suggestedBasis({ metNow, reviewOn, procedure, prompts }: Entry, today: string): SignOffBasis {
  if (prompts.some(({ kind }) => kind === 'sign-off-proposed')) return 'criteria';
  if (procedure.signOff === 'six-weeks' && today >= reviewOn) return 'date';
  return procedure.signOff === 'criteria' && metNow.length === 0 ? 'criteria' : 'decision';
}

/** Signs the pupil off, or begins another period; either with the reason. */
export function ReviewForm({ entry, as, onClose }: ReviewFormProps) {
  const signOff = useCommand('support.sign-off');
  const reassign = useCommand('support.reassign');
  const today = useToday();
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState<SignOffBasis>(suggestedBasis(entry, today));
  useKeptForm(`review/${entry.id}/${as}`, { reason, basis }, (was) => {
    setReason(was.reason);
    setBasis(was.basis);
  });
  const [tried, setTried] = useState(false);
  const off = as === 'sign-off';
  const error = (signOff.error ?? reassign.error)?.error;
  const busy = signOff.isPending || reassign.isPending;
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    const input = { entryId: entry.id, version: entry.version, reason };
    if (off) {
      signOff.mutate(
        { ...input, as: basis },
        {
          onSuccess: () => {
            notify({ title: 'Signed off', text: 'The entry stays in the grid of its terms.' });
            onClose();
          },
        },
      );
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
      {off ? (
        <SelectField
          label="Goes by"
          name="as"
          value={basis}
          onChange={setBasis}
          options={BASES.map((value) => ({ value, label: SIGN_OFF_BASIS_WORDS[value] }))}
        />
      ) : null}
      <TextField
        label={off ? 'Why the pupil is no longer at risk' : 'Why the pupil is still at risk'}
        name="reason"
        hint={
          off
            ? 'Stands in the termly grid.'
            : `A period of ${sayWeeks(entry.procedure.periodWeeks)} begins today.`
        }
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
