import { refuse } from '#shared/kernel/result.ts';
import { schemaVersion } from '../../storage/schema-version.ts';
import type { Handlers } from '../context.ts';
import { searchAnywhere } from './search-anywhere.ts';

type AppOperations =
  'app.about' | 'files.choose' | 'files.show-in-folder' | 'jobs.cancel' | 'search.anywhere';

export const appHandlers: Pick<Handlers, AppOperations> = {
  'app.about': async ({ program, store }) => ({
    ok: true,
    value: {
      version: program.version,
      runtime: { ...program.runtime },
      engine: store.engine,
      location: store.location,
      dataVersion: schemaVersion,
    },
  }),
  'files.choose': async ({ files }, { purpose }) => {
    const paths = await files.chooseOpen(purpose);
    return { ok: true, value: { files: paths.map((path) => files.register(path)) } };
  },
  'files.show-in-folder': async ({ files }, { fileId }) => {
    const path = files.pathOf(fileId);
    if (path === undefined)
      return refuse('not-found', 'That file is not known any more. Look in the folder you chose.');
    files.showInFolder(path);
    return { ok: true, value: {} };
  },
  'jobs.cancel': async ({ jobs }, { jobId }) => ({ ok: true, value: { cancelled: jobs.cancel(jobId) } }),
  'search.anywhere': searchAnywhere,
};
