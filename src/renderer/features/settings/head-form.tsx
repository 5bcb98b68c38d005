import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { actingTitle, headTitle } from '#shared/text/head-words.ts';
import type { Head } from './head.ts';

interface HeadFormProps {
  /** Undefined for a new one. */
  readonly head: Head | undefined;
  readonly phase: string;
  readonly onDone: () => void;
}

/** A head teacher or an acting head, with the dates in office. */
export function HeadForm({ head, phase, onDone }: HeadFormProps) {
  const save = useCommand('school.save-head');
  const [name, setName] = useState(head?.name ?? '');
  const [as, setAs] = useState<'head' | 'acting'>(head?.acting === false ? 'head' : 'acting');
  const [from, setFrom] = useState<string | null>(head?.from ?? null);
  const [to, setTo] = useState<string | null>(head?.to ?? null);
  useKeptForm(`head/${head?.id ?? 'new'}`, { name, as, from, to }, (was) => {
    setName(was.name);
    setAs(was.as);
    setFrom(was.from);
    setTo(was.to);
  });
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const submit = () => {
    const left = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the name.' }] : []),
      ...(from === null ? [{ path: 'from', message: 'Enter the first day in office.' }] : []),
    ];
    setMissing(left);
    if (from === null || left.length > 0) return;
    save.mutate(
      {
        ...(head === undefined ? {} : { id: head.id, version: head.version }),
        name,
        acting: as === 'acting',
        from,
        ...(to === null ? {} : { to }),
      },
      {
        onSuccess: () => {
          notify({
            title: `${name.trim()} is saved`,
            text: 'Exclusions decided in these dates can name them.',
          });
          onDone();
        },
      },
    );
  };

  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not saved" onSubmit={submit}>
      <TextField
        label="Name"
        name="name"
        hint="As it stands under the letters, with the title: Mrs G. Field"
        width="medium"
        value={name}
        onChange={setName}
        maxLength={80}
        error={errorOf('name')}
        autoFocus
      />
      <SegmentedChoice
        label="As"
        name="acting"
        value={as}
        onChange={setAs}
        options={[
          { value: 'head', label: headTitle(phase) },
          { value: 'acting', label: actingTitle(phase) },
        ]}
      />
      <Row gap={3} align="start">
        <DateField label="First day" name="from" value={from} onChange={setFrom} error={errorOf('from')} />
        <DateField
          label="Last day"
          name="to"
          optional
          note={to === null ? 'Empty while in office' : undefined}
          value={to}
          onChange={setTo}
          error={errorOf('to')}
        />
      </Row>
      <Row justify="end">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" loading={save.isPending}>
          Save
        </Button>
      </Row>
    </SmallForm>
  );
}
