import { useState } from 'react';
import { registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import type { Imported } from './types.ts';

const IMPORT = ['authority.import'] as const;

/** The course of one import: choosing, reading with progress, and what became of each file. */
export function useImport() {
  const choose = useCommand('files.choose');
  const run = useCommand('authority.import');
  const [error, setError] = useState<OperationError['error']>();
  const [outcomes, setOutcomes] = useState<Imported>();
  const running = run.isPending;
  const { job, cancelling, cancel } = useJob(IMPORT, running);

  const importFiles = (fileIds: readonly string[]) => {
    if (fileIds.length === 0 || running) return;
    setError(undefined);
    setOutcomes(undefined);
    run.mutate(
      { fileIds: [...fileIds] },
      {
        onSuccess: setOutcomes,
        onError: (failure) => setError(failure.error),
      },
    );
  };
  const importHandles = (files: readonly FileHandle[]) => importFiles(files.map(({ fileId }) => fileId));
  const chooseFrom = (purpose: 'return-files' | 'return-folder') =>
    choose.mutate(
      { purpose },
      {
        onSuccess: ({ files }) => importHandles(files),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );

  return {
    running,
    choosing: choose.isPending,
    progress: job,
    cancelling,
    error,
    outcomes,
    importFiles,
    chooseFiles: () => chooseFrom('return-files'),
    chooseFolder: () => chooseFrom('return-folder'),
    drop: (files: readonly File[]) => {
      void registerDropped(files).then(importHandles);
    },
    cancel,
    startAgain: () => {
      setOutcomes(undefined);
      setError(undefined);
    },
  };
}
