import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { formatHalfDays } from '#shared/text/exclusion-words.ts';
import { LEAVES_PROTECTION } from '#shared/text/transfer-words.ts';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './transfer.module.css';

type Written = OperationOutput<'transfer.export'>;

/** Says what leaves the protection, writes the file, and shows what to tell the next school by telephone. */
export function WriteFile({ pupilId }: { readonly pupilId: string }) {
  const [asking, setAsking] = useState(false);
  const [written, setWritten] = useState<Written>();
  const [error, setError] = useState<AppError>();
  const write = useCommand('transfer.export');
  const confirm = () => {
    setError(undefined);
    write.mutate(
      { pupilId },
      {
        onSuccess: (answer) => {
          setAsking(false);
          setWritten(answer);
        },
        onError: (failure) => {
          if (failure.error.code === 'cancelled') setAsking(false);
          else setError(failure.error);
        },
      },
    );
  };
  return (
    <>
      <Button icon={ExportIcon} onClick={() => setAsking(true)}>
        File for the next school…
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
        busy={write.isPending}
        title="Write the file for the next school"
        confirmLabel="Write the file…"
      >
        <Stack gap={3}>
          {error ? <ErrorCallout title="The file was not written" error={error} /> : null}
          <Text>
            The next school takes it over: the days out count there from then on, and it sees what was done
            and what helped. Days at schools before yours go with it, once. What people wrote in reports,
            answers and reasons goes as it stands: look first whether it names another child.
          </Text>
          <Text>{LEAVES_PROTECTION}</Text>
        </Stack>
      </ConfirmDialog>
      <Dialog
        open={written !== undefined}
        onClose={() => setWritten(undefined)}
        title="The file is written"
        actions={
          <Button variant="primary" autoFocus onClick={() => setWritten(undefined)}>
            Close
          </Button>
        }
      >
        {written ? (
          <Stack gap={3}>
            <Text>
              {written.fileName}
              {written.yearHalfDays === 0
                ? ', with no days out this school year.'
                : `, with ${formatHalfDays(written.yearHalfDays)} out this school year.`}
            </Text>
            <Text>When the next school asks by telephone, this is the key that you sign with:</Text>
            <div className={styles.key}>{written.fingerprint}</div>
          </Stack>
        ) : null}
      </Dialog>
    </>
  );
}
