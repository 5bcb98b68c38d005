import { useEffect, useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loader } from '../../ui/feedback/loader.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import { SecretForm, type Given } from './secret-form.tsx';
import type { ListedBackup } from './types.ts';

interface Props {
  readonly backup: ListedBackup;
  readonly folder: string | undefined;
  readonly onClose: () => void;
  readonly onRestored: (wayBack: string | undefined) => void;
}

/** One backup: tried in a copy, compared with what is there now, and restored if that is wanted. */
export function RestorePanel({ backup, folder, onClose, onRestored }: Props) {
  const preview = useCommand('backups.preview');
  const restore = useCommand('backups.restore');
  const [secret, setSecret] = useState<Given>();
  const [asking, setAsking] = useState(false);
  const which = {
    backupId: backup.backupId,
    ...(folder === undefined ? {} : { folder }),
    ...(secret ? { secret } : {}),
  };
  const look = preview.mutate;
  const given = JSON.stringify(which);
  useEffect(() => {
    // oxlint-disable-next-line typescript/no-unsafe-argument -- what was written just above
    look(JSON.parse(given));
  }, [look, given]);
  const error = restore.error?.error ?? preview.error?.error;
  const { data } = preview;
  return (
    <Panel
      title="Restore a backup"
      context={
        <>
          Made <InstantText instant={backup.at} /> by First Day {backup.program}
        </>
      }
      actions={
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Stack gap={4}>
        {preview.isPending ? <Loader label="Trying the backup in a copy" /> : null}
        {error?.code === 'not-open' ? (
          <SecretForm error={secret ? error : undefined} onGiven={setSecret} />
        ) : error ? (
          <ErrorCallout title="Nothing was changed" error={error} />
        ) : null}
        {data && !preview.isPending ? <PreviewFacts preview={data} /> : null}
        {data ? (
          <Row gap={2}>
            <Button variant="danger" loading={restore.isPending} onClick={() => setAsking(true)}>
              Restore this backup
            </Button>
          </Row>
        ) : null}
      </Stack>
      <ConfirmDialog
        open={asking}
        title="Put this backup in the place of the records?"
        confirmLabel="Restore the backup"
        destructive
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          restore.mutate(which, { onSuccess: ({ wayBack }) => onRestored(wayBack) });
        }}
      >
        What was recorded since <InstantText instant={backup.at} /> is taken away. A backup of what is there
        now is made first: it is the way back. Nobody can work meanwhile; it takes some seconds.
      </ConfirmDialog>
    </Panel>
  );
}
