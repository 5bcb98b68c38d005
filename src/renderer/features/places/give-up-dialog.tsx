import type { ReactNode } from 'react';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { plural } from '../../ui/words/format.ts';
import { PutOutList } from './put-out-list.tsx';
import type { PutOut } from './use-provider-save.ts';

interface GiveUpDialogProps {
  /** Undefined while nothing is asked. */
  readonly putOut: PutOut | undefined;
  readonly title: string;
  /** The deed: "Close and give these up". */
  readonly confirmLabel: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
}

const NOBODY: PutOut = [];

/** Before a change is saved: who loses which place by it. */
export function GiveUpDialog({ putOut = NOBODY, title, confirmLabel, busy, ...rest }: GiveUpDialogProps) {
  const pupils = new Set(putOut.map(({ pupilId }) => pupilId)).size;
  const { onClose, onConfirm, children } = rest;
  return (
    <ConfirmDialog
      open={putOut.length > 0}
      onClose={onClose}
      onConfirm={onConfirm}
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel="Keep everything as it is"
      destructive
      busy={busy}
      width={600}
    >
      <Stack gap={3}>
        <Text>
          {plural(pupils, 'pupil')} would lose {plural(putOut.length, 'place')}:
        </Text>
        <PutOutList putOut={putOut} label="Pupils who would lose places" />
        {children}
        <Text muted>
          The places are cancelled as closed by the provider and stay in the history. The pupils go back into
          the queue of the board, to be placed elsewhere. Where only some must go, holds go first, then the
          places booked last.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
