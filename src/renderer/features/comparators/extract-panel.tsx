import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped } from '../../api/bridge.ts';
import { useCommand } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { ExportIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ExtractDifferences } from './extract-differences.tsx';
import type { ExtractOf } from './types.ts';

const COMPARE = { authority: 'authority.compare-extract', returns: 'returns.compare-extract' } as const;
const EXPORT = { authority: 'authority.export-extract', returns: 'returns.export-extract' } as const;

/** An extract of the census against what is here: only here, only there, and what differs. */
export function ExtractPanel({ of, mayExport }: { readonly of: ExtractOf; readonly mayExport: boolean }) {
  const choose = useCommand('files.choose');
  const compare = useCommand(COMPARE[of]);
  const write = useCommand(EXPORT[of]);
  const [fileId, setFileId] = useState<string>();
  const [error, setError] = useState<AppError>();
  const { job, cancelling, cancel } = useJob([COMPARE[of]], compare.isPending);
  const slow = useDelayed(compare.isPending, 100);
  const failed = (failure: { readonly error: AppError }) => {
    if (failure.error.code !== 'cancelled') setError(failure.error);
  };
  const take = (files: readonly { readonly fileId: string }[]) => {
    const [file] = files;
    if (file === undefined) return;
    setError(undefined);
    setFileId(file.fileId);
    compare.mutate({ fileId: file.fileId }, { onError: failed });
  };
  const found = compare.data;
  return (
    <Stack gap={4}>
      {error ? (
        <>
          <ErrorCallout title="Nothing was compared" error={error} />
          <FileProblems problems={error.problems ?? []} of="the extract" />
        </>
      ) : null}
      {slow ? (
        <JobProgress
          label={job?.text ?? 'Reading the extract'}
          fraction={job?.fraction}
          {...(job ? { onCancel: cancel } : {})}
          cancelling={cancelling}
        />
      ) : (
        <ScreenOnly>
          {found ? (
            <Row gap={2}>
              {mayExport && fileId !== undefined ? (
                <Button
                  icon={ExportIcon}
                  loading={write.isPending}
                  onClick={() =>
                    write.mutate(
                      { fileId },
                      {
                        onSuccess: ({ fileName }) => notify({ title: 'Differences written', text: fileName }),
                        onError: failed,
                      },
                    )
                  }
                >
                  Export as CSV…
                </Button>
              ) : null}
              <Button
                onClick={() => {
                  compare.reset();
                  setError(undefined);
                }}
              >
                Compare another extract
              </Button>
            </Row>
          ) : (
            <FileDrop
              title="Drop an extract of the census here"
              hint={
                of === 'authority'
                  ? 'Census XML of one school, or a full-record CSV of one or several. Nothing is imported or changed.'
                  : 'Census XML or CSV of your school. It is compared with your last export of that period; nothing is changed.'
              }
              chooseLabel="Choose an extract…"
              onChoose={() =>
                choose.mutate(
                  { purpose: 'return-files' },
                  { onSuccess: ({ files }) => take(files), onError: failed },
                )
              }
              onDropFiles={(files) => void registerDropped(files).then(take)}
              busy={choose.isPending || compare.isPending}
            />
          )}
        </ScreenOnly>
      )}
      {found ? <ExtractDifferences fileName={found.fileName} schools={found.schools} of={of} /> : null}
    </Stack>
  );
}
