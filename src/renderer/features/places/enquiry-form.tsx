import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ANSWER_WORDS, ANSWERS, type Answer } from './answer-words.ts';

interface EnquiryFormProps {
  readonly exclusionId: string;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** Stands for a provider that is not in the list. */
const ELSEWHERE = 'elsewhere';

/** Notes that a provider was asked for a place. */
export function EnquiryForm({ exclusionId, onClose, ...days }: EnquiryFormProps) {
  const today = useToday();
  const providers = useOperation('providers.list', {}).data?.providers ?? [];
  const add = useCommand('enquiries.add');
  const [providerId, setProviderId] = useState<string | null>(null);
  const [providerName, setProviderName] = useState('');
  const [askedOn, setAskedOn] = useState<string | null>(today);
  const [answer, setAnswer] = useState<Answer>('no-place');
  const [from, setFrom] = useState<string | null>(days.from);
  const [to, setTo] = useState<string | null>(days.to);
  const [note, setNote] = useState('');
  useKeptForm(
    `enquiry/${exclusionId}`,
    { providerId, providerName, askedOn, answer, from, to, note },
    (was) => {
      setProviderId(was.providerId);
      setProviderName(was.providerName);
      setAskedOn(was.askedOn);
      setAnswer(was.answer);
      setFrom(was.from);
      setTo(was.to);
      setNote(was.note);
    },
  );
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = add.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const elsewhere = providerId === ELSEWHERE;

  const submit = () => {
    const problems = [
      ...(providerId === null
        ? [{ path: 'providerId', message: 'Choose the provider that was asked.' }]
        : []),
      ...(elsewhere && providerName.trim() === ''
        ? [{ path: 'providerName', message: 'Enter the provider’s name.' }]
        : []),
      ...(askedOn === null ? [{ path: 'askedOn', message: 'Enter the day on which it was asked.' }] : []),
      ...(from === null ? [{ path: 'from', message: 'Enter the first day a place was wanted for.' }] : []),
      ...(to === null ? [{ path: 'to', message: 'Enter the last day a place was wanted for.' }] : []),
    ];
    setMissing(problems);
    if (providerId === null || askedOn === null || from === null || to === null || problems.length > 0)
      return;
    add.mutate(
      {
        exclusionId,
        ...(elsewhere ? { providerName: providerName.trim() } : { providerId }),
        askedOn,
        answer,
        from,
        to,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
      {
        onSuccess: () => {
          notify({ title: 'Noted', text: 'It stands in the record of this exclusion.' });
          onClose();
        },
      },
    );
  };

  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not noted" onSubmit={submit}>
      <Row align="start" gap={3}>
        <SelectField
          label="Provider asked"
          name="providerId"
          width="medium"
          value={providerId}
          onChange={setProviderId}
          options={[
            ...providers.map(({ id, name }) => ({ value: id, label: name })),
            { value: ELSEWHERE, label: 'One that is not in the list' },
          ]}
          error={errorOf('providerId')}
        />
        {elsewhere ? (
          <TextField
            label="Its name"
            name="providerName"
            width="medium"
            value={providerName}
            maxLength={120}
            onChange={setProviderName}
            error={errorOf('providerName')}
          />
        ) : null}
        <SelectField
          label="Answer"
          name="answer"
          width="medium"
          value={answer}
          onChange={setAnswer}
          options={ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }))}
        />
      </Row>
      <Row align="start" gap={3}>
        <DateField
          label="Asked on"
          name="askedOn"
          value={askedOn}
          onChange={setAskedOn}
          error={errorOf('askedOn')}
        />
        <DateField label="A place from" name="from" value={from} onChange={setFrom} error={errorOf('from')} />
        <DateField label="To" name="to" value={to} onChange={setTo} error={errorOf('to')} />
      </Row>
      <TextField
        label="Note"
        name="note"
        optional
        hint="Who answered, and what they said."
        value={note}
        maxLength={400}
        onChange={setNote}
        error={errorOf('note')}
      />
      <Row justify="end">
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" loading={add.isPending}>
          Note the enquiry
        </Button>
      </Row>
    </SmallForm>
  );
}
