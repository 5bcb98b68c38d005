import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { Compared } from './compared.ts';
import { Comparison } from './comparison.tsx';
import { RegisterProblems } from './register-problems.tsx';

const LONG_WORK = ['register.compare'] as const;

/** The register itself, read from a file and compared both ways; nothing of it is kept. */
export function ComparePanel() {
  const choose = useCommand('files.choose');
  const compare = useCommand('register.compare');
  const [compared, setCompared] = useState<Compared>();
  const [error, setError] = useState<AppError>();
  const { job, cancelling, cancel } = useJob(LONG_WORK, compare.isPending);
  const failed = ({ error: why }: OperationError) => {
    if (why.code !== 'cancelled') setError(why);
  };
  const read = (file: FileHandle | undefined) => {
    if (file === undefined) return;
    setError(undefined);
    setCompared(undefined);
    compare.mutate(
      { fileId: file.fileId },
      { onSuccess: (found) => setCompared({ ...found, fileName: file.name }), onError: failed },
    );
  };
  const chooseFile = () =>
    choose.mutate(
      { purpose: 'register-file' },
      { onSuccess: ({ files: [file] }) => read(file), onError: failed },
    );
  return (
    <Panel
      title="Compare with your register"
      context="Reads the file, changes nothing and keeps nothing of it."
      actions={
        compared ? (
          <Button size="small" onClick={() => setCompared(undefined)}>
            Compare another file
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {error ? (
          <>
            <ErrorCallout title="The register was not compared" error={error} />
            <RegisterProblems problems={error.problems ?? []} />
          </>
        ) : null}
        {job ? (
          <JobProgress label={job.text} fraction={job.fraction} onCancel={cancel} cancelling={cancelling} />
        ) : null}
        {compared ? (
          <Comparison compared={compared} />
        ) : (
          <FileDrop
            title="Drop the register here, or choose it"
            hint="CSV with UPN, Date, Session and Code; or UPN, Date, AM and PM"
            chooseLabel="Choose the file…"
            busy={choose.isPending || compare.isPending}
            onChoose={chooseFile}
            onDropFiles={(files) => {
              if (files.length === 1) void registerDropped(files).then(([file]) => read(file));
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}
