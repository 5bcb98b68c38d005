import { useEffect, useState } from 'react';
import { onEvent } from '../../api/bridge.ts';
import { useCommand } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { useSetUp } from './use-set-up.ts';

interface Course {
  readonly jobId: string;
  readonly text: string;
  readonly fraction: number | undefined;
}

/** Loading the demonstration: how far it is, and how to stop it. */
export function useDemonstration() {
  const { mutateAsync: load } = useCommand('setup.load-demonstration');
  const { mutate: cancelJob } = useCommand('jobs.cancel');
  const { setUp, busy, error } = useSetUp();
  const [course, setCourse] = useState<Course | null>(null);
  const [cancelling, setCancelling] = useState(false);

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type !== 'progress' || event.operation !== 'setup.load-demonstration') return;
        setCourse({ jobId: event.jobId, text: event.text, fraction: event.fraction });
      }),
    [],
  );

  async function start() {
    setCancelling(false);
    setCourse(null);
    const done = await setUp(() => load({}), { role: 'decider', to: '/today' });
    if (done) notify({ tone: 'done', title: 'The demonstration is ready', text: 'Nothing in it is real.' });
  }

  return {
    start: () => void start(),
    busy,
    error,
    text: course?.text ?? 'Getting ready',
    fraction: course?.fraction,
    cancelling,
    cancel: course
      ? () => {
          setCancelling(true);
          cancelJob({ jobId: course.jobId });
        }
      : undefined,
  };
}
