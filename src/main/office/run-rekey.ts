import { Worker } from 'node:worker_threads';
import { StoreBusyError } from '../storage/store.ts';
import type { OfficeRekeyOrder } from './rekey-office.ts';

/** Runs `rekeyOffice` in a thread of its own. Throws what it threw. */
export function runRekey(order: OfficeRekeyOrder, step: (step: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: order });
    worker.on('message', step);
    // Of an error from another thread only the name is left.
    worker.on('error', (error: Error) =>
      reject(error.name === 'StoreBusyError' ? new StoreBusyError(error.message) : error),
    );
    worker.on('exit', () => resolve());
  });
}

/** The worker as it lies beside this module: a source, or a bundle beside (or one folder above) ours. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./rekey-worker.ts', here);
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../rekey-worker.js' : './rekey-worker.js', here);
}
