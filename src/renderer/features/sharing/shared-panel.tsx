import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { AboutList } from './about-list.tsx';

/** The shared database that this PC has joined, and the way back. */
export function SharedPanel({
  shared,
}: {
  readonly shared: NonNullable<OperationOutput<'keys.status'>['shared']>;
}) {
  const leave = useCommand('sharing.leave');
  const [asked, setAsked] = useState(false);
  return (
    <Panel title="This PC has joined">
      <Stack gap={3}>
        {leave.error ? (
          <ErrorCallout title="This PC still works on the shared database" error={leave.error.error} />
        ) : null}
        <AboutList {...shared} />
        <Text muted small prose>
          The server keeps the records and their backups; whoever looks after it sees to both.
        </Text>
        <Row gap={2}>
          <Button onClick={() => setAsked(true)}>Use this PC’s own database…</Button>
        </Row>
      </Stack>
      <ConfirmDialog
        open={asked}
        title="Use this PC’s own database?"
        confirmLabel="Use this PC’s own"
        busy={leave.isPending}
        onConfirm={() => leave.mutate({}, { onError: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      >
        You are signed out, and First Day opens the records of this PC alone. Nothing in the shared database
        changes, and with its file this PC can join it again.
      </ConfirmDialog>
    </Panel>
  );
}
