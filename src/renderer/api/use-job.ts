import { useEffect, useState } from 'react';
import type { OperationName } from '#shared/contract/contract.ts';
import { onEvent } from './bridge.ts';
import { useCommand } from './client.ts';

export interface RunningJob {
  readonly jobId: string;
  readonly text: string;
  readonly fraction: number | undefined;
}

/** The course of this page's long work: of `operations`, while `running`; with the way to stop it. */
export function useJob(
  operations: readonly OperationName[],
  running: boolean,
): { readonly job: RunningJob | undefined; readonly cancelling: boolean; readonly cancel: () => void } {
  const [job, setJob] = useState<RunningJob>();
  const [cancelling, setCancelling] = useState(false);
  const stop = useCommand('jobs.cancel');
  const names = operations.join(' ');

  useEffect(() => {
    if (!running) return undefined;
    const off = onEvent((event) => {
      if (event.type !== 'progress' || !names.split(' ').includes(event.operation)) return;
      setJob({ jobId: event.jobId, text: event.text, fraction: event.fraction });
    });
    return () => {
      off();
      setJob(undefined);
      setCancelling(false);
    };
  }, [running, names]);

  return {
    job,
    cancelling,
    cancel: () => {
      if (job === undefined) return;
      setCancelling(true);
      stop.mutate({ jobId: job.jobId });
    },
  };
}
