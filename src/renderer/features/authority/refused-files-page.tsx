import { useState } from 'react';
import { useCommand, useOperation, type OperationError } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { DoneIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintHead } from './print-head.tsx';
import { RefusedActions } from './refused-actions.tsx';
import type { RefusedFile } from './types.ts';
import styles from './authority.module.css';

const RETRY = ['authority.retry-quarantined'] as const;

/** The refused files, kept for another try: what is wrong with each, and what can be done about it. */
export function RefusedFilesPage() {
  const refused = useOperation('authority.quarantine', {});
  const retry = useCommand('authority.retry-quarantined');
  const discard = useCommand('authority.discard-quarantined');
  const [error, setError] = useState<OperationError['error']>();
  const [leaving, setLeaving] = useState<RefusedFile>();
  const slow = useDelayed(retry.isPending, 100);
  const { job, cancelling, cancel } = useJob(RETRY, retry.isPending);
  const files = refused.data?.files ?? [];
  const kept = files.filter((file) => file.kept);

  const tryAgain = (ids: readonly string[]) => {
    setError(undefined);
    retry.mutate(
      { ids: [...ids] },
      {
        onSuccess: ({ totals }) => {
          const left = totals.refused + totals['not-read'];
          const taken = ids.length - left;
          notify({
            tone: left > 0 ? 'due' : 'done',
            title: `${taken} of ${plural(ids.length, 'file')} taken`,
            text:
              left > 0 ? 'The others are still here, with what is wrong now.' : 'They have left this list.',
          });
        },
        onError: (failure) => setError(failure.error),
      },
    );
  };

  return (
    <Page width="free">
      <PageHeader
        title="Refused files"
        context="Kept as they came. Nothing of them is in any figure until they are taken."
        actions={
          <>
            <ButtonLink to="/authority/import">Import returns</ButtonLink>
            {kept.length > 1 ? (
              <Button
                loading={retry.isPending}
                onClick={() => tryAgain(kept.slice(0, MOST).map(({ id }) => id))}
              >
                Try all again
              </Button>
            ) : null}
          </>
        }
      />
      <PrintHead title="Files that were refused" />
      {error ? <ErrorCallout title="That was not done" error={error} /> : null}
      {slow ? (
        <JobProgress
          label={job?.text ?? 'Reading the files again'}
          fraction={job?.fraction}
          {...(job ? { onCancel: cancel } : {})}
          cancelling={cancelling}
        />
      ) : null}
      <Panel flush>
        <Loaded query={refused} what="the refused files">
          {({ files: rows }) => (
            <DataTable
              caption="Refused files, the last refused first"
              columns={columnsOf({
                busy: retry.isPending,
                onTry: (file) => tryAgain([file.id]),
                onDiscard: setLeaving,
                onError: setError,
              })}
              rows={rows}
              rowKey={({ id }) => id}
              empty={
                <EmptyState
                  icon={DoneIcon}
                  title="No file is waiting here"
                  action={<ButtonLink to="/authority/import">Import returns</ButtonLink>}
                >
                  Files that are refused are kept here with what is wrong, to be tried again.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
      <ConfirmDialog
        open={leaving !== undefined}
        title="Discard this file?"
        confirmLabel="Discard the file"
        destructive
        busy={discard.isPending}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          if (leaving === undefined) return;
          discard.mutate(
            { ids: [leaving.id] },
            {
              onSuccess: () => notify({ title: 'Discarded', text: leaving.fileName }),
              onError: (failure) => setError(failure.error),
              onSettled: () => setLeaving(undefined),
            },
          );
        }}
      >
        “{leaving?.fileName}” is let go of for good. Save a copy first if it is nowhere else.
      </ConfirmDialog>
    </Page>
  );
}

/** So many are tried at a time. */
const MOST = 1000;

interface Acts {
  readonly busy: boolean;
  readonly onTry: (file: RefusedFile) => void;
  readonly onDiscard: (file: RefusedFile) => void;
  readonly onError: (error: OperationError['error']) => void;
}

const columnsOf = ({ busy, onTry, onDiscard, onError }: Acts): readonly Column<RefusedFile>[] => [
  {
    key: 'file',
    header: 'File',
    width: '26%',
    value: ({ fileName }) => fileName,
    render: ({ fileName, size, kept }) => (
      <>
        <span className={styles.file}>{fileName}</span>
        <div className={styles.muted}>
          {sizeWords(size)}
          {kept ? null : ', too large to keep'}
        </div>
      </>
    ),
  },
  {
    key: 'why',
    header: 'What is wrong',
    render: ({ message, problems, fileName }) => (
      <div className={styles.words}>
        <span className={styles.file}>{message}</span>
        <FileProblems problems={problems} of={fileName} />
      </div>
    ),
  },
  {
    key: 'when',
    header: 'Refused',
    width: '200px',
    value: ({ refusedAt }) => refusedAt,
    render: ({ refusedAt, refusedBy, attempts }) => (
      <>
        <InstantText instant={refusedAt} />
        <div className={styles.muted}>
          {refusedBy}
          {attempts > 1 ? `, tried ${attempts} times` : null}
        </div>
      </>
    ),
  },
  {
    key: 'do',
    header: 'What to do',
    width: '210px',
    render: (file) => (
      <RefusedActions
        file={file}
        busy={busy}
        onTry={() => onTry(file)}
        onDiscard={() => onDiscard(file)}
        onError={onError}
      />
    ),
  },
];

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} KB`
    : `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
