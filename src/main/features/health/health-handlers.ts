import { ok, refuse } from '#shared/kernel/result.ts';
import { sayHealth } from '#shared/text/health-words.ts';
import { readHealth } from '../../storage/shared/read-health.ts';
import type { Handlers } from '../context.ts';

/** How the server of a shared database is; the command line's `doctor` says the same. */
export const healthHandlers: Pick<Handlers, 'health.check'> = {
  'health.check': async ({ store, read }) => {
    if (store.engine !== 'postgres')
      return refuse(
        'refused',
        'This PC works on a database of its own, which has no server. See Backups instead.',
      );
    const facts = await read(readHealth);
    return ok({ lines: sayHealth(facts).map((line) => ({ ...line })) });
  },
};
