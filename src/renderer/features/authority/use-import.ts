import { useEffect, useState } from 'react';
import { onEvent, registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import type { FileOutcome } from './types.ts';

interface Progress {
  readonly jobId: string;
  readonly text: string;
  readonly fraction: number | undefined;
}

/** The course of one import: choosing, reading with progress, and what became of each file. */
export function useImport() {
  const choose = useCommand('files.choose');
  const run = useCommand('authority.import');
  const stop = useCommand('jobs.cancel');
  const [error, setError] = useState<OperationError['error']>();
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>();
  const [progress, setProgress] = useState<Progress>();
  const [cancelling, setCancelling] = useState(false);
  const running = run.isPending;

  useEffect(() => {
    if (!running) return undefined;
    const off = onEvent((event) => {
      if (event.type !== 'progress' || event.operation !== 'authority.import') return;
      setProgress({ jobId: event.jobId, text: event.text, fraction: event.fraction });
    });
    return () => {
      off();
      setProgress(undefined);
      setCancelling(false);
    };
  }, [running]);

  const importFiles = (fileIds: readonly string[]) => {
    if (fileIds.length === 0 || running) return;
    setError(undefined);
    setOutcomes(undefined);
    run.mutate(
      { fileIds: [...fileIds] },
      {
        onSuccess: ({ files }) => setOutcomes(files),
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
    progress,
    cancelling,
    error,
    outcomes,
    importFiles,
    chooseFiles: () => chooseFrom('return-files'),
    chooseFolder: () => chooseFrom('return-folder'),
    drop: (files: readonly File[]) => {
      void registerDropped(files).then(importHandles);
    },
    cancel: () => {
      if (!progress) return;
      setCancelling(true);
      stop.mutate({ jobId: progress.jobId });
    },
    startAgain: () => {
      setOutcomes(undefined);
      setError(undefined);
    },
  };
}
