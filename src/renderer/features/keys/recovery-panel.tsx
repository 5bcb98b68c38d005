import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';
import type { NewKey } from './recovery-sheet.tsx';

export type KeysHere = NonNullable<OperationOutput<'keys.status'>['keys']>;

interface Props {
  readonly keys: KeysHere;
  readonly mayManage: boolean;
  /** One that was made by a change of the key. */
  readonly made: NewKey | undefined;
  readonly onMade: (made: NewKey | undefined) => void;
}

/** The recovery sheet that is in force, and a new one. */
export function RecoveryPanel({ keys, mayManage, made, onMade }: Props) {
  const make = useCommand('keys.new-recovery-key');
  const { recovery } = keys;
  const [wasMade] = useState(recovery !== undefined);
  return (
    <Panel
      title="Recovery sheet"
      actions={
        recovery ? (
          <SheetTag confirmed={recovery.confirmed} />
        ) : (
          <StatusTag tone="overdue">None yet</StatusTag>
        )
      }
    >
      <Stack gap={4}>
        {recovery && !made ? (
          <p>
            Sheet {recovery.sheet}, made <InstantText instant={recovery.madeAt} />.{' '}
            {recovery.confirmed
              ? 'It opens the records when no account and no password does.'
              : 'Nobody has shown yet that it was printed: print a new one.'}
          </p>
        ) : null}
        {recovery || made ? null : (
          <p>
            Without a recovery sheet the records are lost with this PC’s Windows account, or with a forgotten
            password.
          </p>
        )}
        {made ? (
          <ConfirmSheet key={made.madeAt + made.sheet} made={made} onConfirmed={() => onMade(undefined)} />
        ) : null}
        {make.error ? <ErrorCallout title="No recovery key was made" error={make.error.error} /> : null}
        {mayManage && !made ? (
          <ScreenOnly>
            <Button
              icon={PrintIcon}
              variant={recovery?.confirmed ? 'secondary' : 'primary'}
              loading={make.isPending}
              onClick={() => make.mutate({}, { onSuccess: onMade })}
            >
              {wasMade ? 'Make a new recovery sheet' : 'Make the recovery sheet'}
            </Button>
          </ScreenOnly>
        ) : null}
      </Stack>
    </Panel>
  );
}

const SheetTag = ({ confirmed }: { readonly confirmed: boolean }) =>
  confirmed ? (
    <StatusTag tone="done">Confirmed</StatusTag>
  ) : (
    <StatusTag tone="overdue">Not confirmed</StatusTag>
  );
