import { useEffect, useState } from 'react';
import { onEvent } from '../api/bridge.ts';

export interface Job {
  readonly jobId: string;
  readonly text: string;
  readonly fraction: number | undefined;
}

/** The long work under way, oldest first. */
export function useJobs(): readonly Job[] {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'progress') {
          const job = { jobId: event.jobId, text: event.text, fraction: event.fraction };
          setJobs((all) =>
            all.some(({ jobId }) => jobId === job.jobId)
              ? all.map((other) => (other.jobId === job.jobId ? job : other))
              : [...all, job],
          );
        } else if (event.type === 'job-ended') {
          setJobs((all) => all.filter(({ jobId }) => jobId !== event.jobId));
        }
      }),
    [],
  );
  return jobs;
}
