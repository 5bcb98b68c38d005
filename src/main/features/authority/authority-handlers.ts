import { listReceived } from '../../storage/repositories/received-returns.ts';
import type { Handler, Handlers } from '../context.ts';
import { importReturns } from './import-returns.ts';
import { listSchools } from './list-schools.ts';
import { writeDemonstrationReturns } from './write-demonstration-returns.ts';

const listFiles: Handler<'authority.received'> = ({ read }, filter) =>
  read(async (db) => ({
    ok: true,
    value: {
      files: (await listReceived(db, filter)).map(
        ({ periodName, periodFrom: _from, periodTo: _to, createdAt: _at, ...file }) => ({
          ...file,
          period: periodName,
        }),
      ),
    },
  }));

type AuthorityOperations =
  'authority.import' | 'authority.schools' | 'authority.received' | 'authority.write-demonstration-returns';

export const authorityHandlers: Pick<Handlers, AuthorityOperations> = {
  'authority.import': importReturns,
  'authority.schools': listSchools,
  'authority.received': listFiles,
  'authority.write-demonstration-returns': writeDemonstrationReturns,
};
