import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FolderIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import styles from './backups.module.css';

type Second = OperationOutput<'backups.status'>['second'];

const TAGS = {
  good: <StatusTag tone="done">Works</StatusTag>,
  failed: <StatusTag tone="overdue">Last copy failed</StatusTag>,
  old: <StatusTag tone="due">Older than a week</StatusTag>,
} as const;

/** A share or a stick that each backup is copied to. */
export function SecondPlacePanel({ second }: { readonly second: Second }) {
  const choose = useCommand('backups.choose-second-place');
  const forget = useCommand('backups.forget-second-place');
  const error = choose.error?.error ?? forget.error?.error;
  return (
    <Panel
      title="Second place"
      context="A folder on a network share or a stick. Each backup is copied there; it is encrypted, and opens with the recovery sheet."
      actions={second ? TAGS[second.state] : <StatusTag tone="due">None chosen</StatusTag>}
    >
      <Stack gap={3}>
        {second ? (
          <p className={styles.path}>
            {second.folder}
            {second.lastOkAt === undefined ? null : (
              <span className={styles.muted}>
                {' '}
                Newest there: <InstantText instant={second.lastOkAt} />
              </span>
            )}
          </p>
        ) : (
          <p>Without one, the backups are lost together with this PC.</p>
        )}
        {second?.why === undefined ? null : <Callout tone="overdue">{second.why}</Callout>}
        {error && error.code !== 'cancelled' ? (
          <ErrorCallout title="Nothing was changed" error={error} />
        ) : null}
        <Row gap={2}>
          <Button icon={FolderIcon} loading={choose.isPending} onClick={() => choose.mutate({})}>
            {second ? 'Choose another folder' : 'Choose a folder'}
          </Button>
          {second ? (
            <Button variant="quiet" loading={forget.isPending} onClick={() => forget.mutate({})}>
              Copy there no longer
            </Button>
          ) : null}
        </Row>
      </Stack>
    </Panel>
  );
}
