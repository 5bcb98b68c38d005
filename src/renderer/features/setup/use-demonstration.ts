import { useCommand } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { useSetUp } from './use-set-up.ts';

const LOADING = ['setup.load-demonstration'] as const;

/** Loading the demonstration: how far it is, and how to stop it. */
export function useDemonstration() {
  const { mutateAsync: load } = useCommand('setup.load-demonstration');
  const { setUp, busy, error } = useSetUp();
  const { job, cancelling, cancel } = useJob(LOADING, busy);

  async function start() {
    const done = await setUp(() => load({}), { role: 'decider', to: '/today' });
    if (done) notify({ tone: 'done', title: 'The demonstration is ready', text: 'Nothing in it is real.' });
  }

  return {
    start: () => void start(),
    busy,
    error,
    text: job?.text ?? 'Getting ready',
    fraction: job?.fraction,
    cancelling,
    cancel: job ? cancel : undefined,
  };
}
