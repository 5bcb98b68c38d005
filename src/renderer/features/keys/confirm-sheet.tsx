import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { RecoveryGroups } from './recovery-groups.tsx';
import { RecoverySheet, type NewKey } from './recovery-sheet.tsx';

interface Props {
  readonly made: NewKey;
  readonly onConfirmed: () => void;
}

/** A new recovery key: shown, printed, and two of its groups typed back from the paper. */
export function ConfirmSheet({ made, onConfirmed }: Props) {
  const confirm = useCommand('keys.confirm-recovery-key');
  const [printed, setPrinted] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const fields = confirm.error?.error.fields ?? [];
  const send = () => {
    const groups = made.ask.map((group) => ({ group, typed: typed[group] ?? '' }));
    confirm.mutate(
      { groups },
      {
        onSuccess: () => {
          notify({ tone: 'done', title: 'Recovery sheet confirmed', text: 'Put it in a locked place now.' });
          onConfirmed();
        },
      },
    );
  };
  const print = () => {
    setPrinted(true);
    window.print();
  };
  return (
    <>
      <ScreenOnly>
        <Stack gap={4}>
          <Callout tone="info" title="This key is shown this once">
            Print the sheet, or write the groups down. When you leave this page they are gone, and a new key
            has to be made.
          </Callout>
          <RecoveryGroups recoveryKey={made.recoveryKey} />
          <Row gap={2}>
            <Button variant={printed ? 'secondary' : 'primary'} icon={PrintIcon} onClick={print}>
              Print the recovery sheet
            </Button>
          </Row>
          <SmallForm
            errors={fields}
            refused={confirm.error?.error}
            refusedTitle="Not confirmed"
            onSubmit={send}
          >
            <p>
              Take the sheet in your hand and type two of its groups, so that it is certain that it can be
              read.
            </p>
            <Row gap={4} align="start">
              {made.ask.map((group) => (
                <TextField
                  key={group}
                  label={`Group ${String(group)}`}
                  name={`group${String(group)}`}
                  value={typed[group] ?? ''}
                  onChange={(text) => setTyped({ ...typed, [group]: text })}
                  error={fields.find(({ path }) => path === `group${String(group)}`)?.message}
                  maxLength={20}
                  width="short"
                />
              ))}
            </Row>
            <Row gap={2}>
              <Button type="submit" variant={printed ? 'primary' : 'secondary'} loading={confirm.isPending}>
                Confirm the sheet
              </Button>
            </Row>
          </SmallForm>
        </Stack>
      </ScreenOnly>
      <RecoverySheet made={made} />
    </>
  );
}
