import { useState } from 'react';
import { partTimeWeeks, PART_TIME_WEEKS } from '#shared/domain/reintegration/part-time-weeks.ts';
import { PART_TIME_RULE } from '#shared/text/reintegration-words.ts';
import { useCommand } from '../../../../api/client.ts';
import { Panelled } from '../../../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../../../ui/feedback/error-callout.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../../../ui/form/segmented-choice.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { Row } from '../../../../ui/layout/row.tsx';
import { Text } from '../../../../ui/layout/text.tsx';
import { notify } from '../../../../ui/overlay/notify.tsx';
import { useToday } from '../../../../ui/words/today.tsx';
import styles from '../case.module.css';

type Kind = 'part-time' | 'restorative' | 'other';

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'part-time', label: 'Part-time return' },
  { value: 'restorative', label: 'Restorative meeting' },
  { value: 'other', label: 'Something else' },
];

const DETAIL: Readonly<Record<Kind, string>> = {
  'part-time': 'Which hours',
  restorative: 'With whom',
  other: 'What',
};

interface StepFormProps {
  readonly exclusionId: string;
  readonly firstDayBack: string | undefined;
  readonly onClose: () => void;
}

/** Something agreed for after the return. A part-time return has a last day, and past six weeks a reason. */
export function StepForm({ exclusionId, firstDayBack, onClose }: StepFormProps) {
  const today = useToday();
  const add = useCommand('reintegration.add-step');
  const [kind, setKind] = useState<Kind>('part-time');
  const [who, setWho] = useState('');
  const [from, setFrom] = useState<string | null>(firstDayBack ?? today);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [detail, setDetail] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fields = add.error?.fields ?? {};
  const partTime = kind === 'part-time';
  const long =
    partTime &&
    ((from !== null && dueOn !== null && partTimeWeeks([{ from, to: dueOn }]) > PART_TIME_WEEKS) ||
      fields['reason'] !== undefined);
  const missing = (value: string | null, message: string) =>
    tried && (value ?? '').trim() === '' ? message : undefined;
  const send = () => {
    setTried(true);
    if (who.trim() === '' || dueOn === null || (kind === 'other' && detail.trim() === '')) return;
    add.mutate(
      {
        exclusionId,
        kind,
        who,
        dueOn,
        ...(partTime && from !== null ? { from } : {}),
        ...(detail.trim() === '' ? {} : { detail }),
        ...(long && reason.trim() !== '' ? { reason } : {}),
      },
      {
        onSuccess: () => {
          onClose();
          notify({ title: 'Noted', text: 'It stands on Today when it is due.' });
        },
      },
    );
  };
  return (
    <Panelled label="Add what was agreed" busy={add.isPending} onSend={send} onClose={onClose}>
      {add.error ? <ErrorCallout title="Not noted" error={add.error.error} /> : null}
      <SegmentedChoice label="What" name="kind" value={kind} onChange={setKind} options={KINDS} />
      <Row gap={4} align="start">
        {partTime ? (
          <DateField
            label="First day"
            name="from"
            value={from}
            onChange={setFrom}
            error={fields['from'] ?? missing(from, 'Enter the first day.')}
          />
        ) : null}
        <DateField
          label={partTime ? 'Last day' : 'By'}
          name="dueOn"
          value={dueOn}
          onChange={setDueOn}
          error={fields['dueOn'] ?? missing(dueOn, partTime ? 'Enter the last day.' : 'Enter the day.')}
        />
      </Row>
      <TextField
        label={partTime ? 'Who reviews it at its end' : 'Who sees to it'}
        name="who"
        value={who}
        onChange={setWho}
        maxLength={80}
        error={fields['who'] ?? missing(who, 'Enter who sees to it.')}
      />
      <TextField
        label={DETAIL[kind]}
        name="detail"
        optional={kind !== 'other'}
        value={detail}
        onChange={setDetail}
        maxLength={500}
        error={fields['detail'] ?? (kind === 'other' ? missing(detail, 'Enter what was agreed.') : undefined)}
      />
      {long ? (
        <TextField
          label={`Why longer than ${String(PART_TIME_WEEKS)} weeks`}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={fields['reason']}
        />
      ) : null}
      {partTime ? (
        <Text small muted>
          {PART_TIME_RULE}
        </Text>
      ) : null}
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={add.isPending}>
          Note it
        </Button>
      </div>
    </Panelled>
  );
}
