import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

interface AbsenceFormProps {
  readonly pupilId: string;
  readonly onDone: () => void;
}

/** What was asked of the parents, by whom and for which days. */
export function AbsenceForm({ pupilId, onDone }: AbsenceFormProps) {
  const others = useEditing('pupil', pupilId);
  const save = useCommand('absences.record');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [askedBy, setAskedBy] = useState('');
  const [account, setAccount] = useState('');
  useKeptForm(`absence/${pupilId}`, { from, to, askedBy, account }, (was) => {
    setFrom(was.from);
    setTo(was.to);
    setAskedBy(was.askedBy);
    setAccount(was.account);
  });
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const submit = () => {
    const problems = [
      ...(from === null ? [{ path: 'from', message: 'Enter the first day at home.' }] : []),
      ...(askedBy.trim() === '' ? [{ path: 'askedBy', message: 'Enter who asked for it.' }] : []),
      ...(account.trim() === '' ? [{ path: 'account', message: 'Enter what was said.' }] : []),
    ];
    setMissing(problems);
    if (from === null || problems.length > 0) return;
    save.mutate(
      { pupilId, from, to: to ?? from, askedBy, account },
      {
        onSuccess: () => {
          notify({ title: 'Noted', text: 'It counts nowhere until it is recorded properly.' });
          onDone();
        },
      },
    );
  };

  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not noted" onSubmit={submit}>
      <EditedElsewhere others={others} />
      <Row gap={3} align="start">
        <DateField
          label="First day at home"
          name="from"
          value={from}
          onChange={setFrom}
          error={errorOf('from')}
          autoFocus
        />
        <DateField
          label="Last day"
          name="to"
          optional
          note={to === null ? 'Empty for a single day' : undefined}
          value={to}
          onChange={setTo}
          error={errorOf('to')}
        />
      </Row>
      <TextField
        label="Who asked for it"
        name="askedBy"
        width="medium"
        value={askedBy}
        onChange={setAskedBy}
        maxLength={80}
        error={errorOf('askedBy')}
      />
      <TextArea
        label="What was said"
        name="account"
        value={account}
        onChange={setAccount}
        maxLength={1000}
        error={errorOf('account')}
      />
      <Row justify="end">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" loading={save.isPending}>
          Note the absence
        </Button>
      </Row>
    </SmallForm>
  );
}
