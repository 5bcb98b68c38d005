import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

/** After how many minutes without a key or click the window locks. */
export function LockRulePanel({ minutes: saved }: { readonly minutes: number }) {
  const save = useCommand('people.save-lock-rule');
  const [minutes, setMinutes] = useState<number | null>(saved);
  const refused = save.error?.error;
  const errors =
    minutes === null ? [{ path: 'minutes', message: 'Enter 1 to 60 minutes.' }] : (refused?.fields ?? []);
  const submit = () => {
    if (minutes === null) return;
    save.mutate(
      { minutes },
      { onSuccess: () => notify({ title: `The window locks after ${minutes} minutes` }) },
    );
  };
  return (
    <Panel
      title="Locking"
      context="The window also locks with Ctrl+L, when the PC is locked, and when it goes to sleep. What was typed is still there afterwards."
    >
      <SmallForm
        errors={save.error ? errors : []}
        refused={refused}
        refusedTitle="Not saved"
        onSubmit={submit}
      >
        <NumberField
          label="Lock after"
          name="minutes"
          hint="Minutes without a key or click."
          suffix="minutes"
          value={minutes}
          onChange={setMinutes}
          min={1}
          max={60}
          error={errors[0]?.message}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      </SmallForm>
    </Panel>
  );
}
