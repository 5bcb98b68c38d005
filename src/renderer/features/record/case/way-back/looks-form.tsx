import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useCommand, useOperation } from '../../../../api/client.ts';
import { Panelled } from '../../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { notify } from '../../../../ui/overlay/notify.tsx';
import styles from '../case.module.css';

interface LooksFormProps {
  readonly exclusionId: string;
  readonly firstDayBack: string | undefined;
  readonly onClose: () => void;
}

/** Who looks in: the days follow by themselves. */
export function LooksForm({ exclusionId, firstDayBack, onClose }: LooksFormProps) {
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const plan = useCommand('reintegration.plan-looks');
  const [typed, setTyped] = useState<string>();
  const [tried, setTried] = useState(false);
  const who = typed ?? user;
  const send = () => {
    setTried(true);
    if (who.trim() === '') return;
    plan.mutate(
      { exclusionId, who },
      {
        onSuccess: ({ days }) => {
          onClose();
          notify({
            title: 'Noted who looks in',
            text: `On ${days.map((day) => formatDate(day)).join(' and ')}.`,
          });
        },
      },
    );
  };
  return (
    <Panelled label="Who looks in" busy={plan.isPending} onSend={send} onClose={onClose}>
      {plan.error ? <ErrorCallout title="Not noted" error={plan.error.error} /> : null}
      <TextField
        label="Who looks in after one and four school weeks"
        name="who"
        hint={
          firstDayBack === undefined
            ? 'Counted from the first day back.'
            : `Counted from the first day back, ${formatDate(firstDayBack)}. Holidays are no school weeks.`
        }
        value={who}
        onChange={setTyped}
        maxLength={80}
        autoFocus
        error={tried && who.trim() === '' ? 'Enter who looks in.' : undefined}
      />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={plan.isPending}>
          Note who looks in
        </Button>
      </div>
    </Panelled>
  );
}
