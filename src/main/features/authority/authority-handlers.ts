import { listReceived } from '../../storage/repositories/received-returns.ts';
import type { Handler, Handlers } from '../context.ts';
import { chaseSchools } from './chase-schools.ts';
import { readColumns, saveColumns } from './columns.ts';
import { exportNotSent } from './export-not-sent.ts';
import { importReturns } from './import-returns.ts';
import { listSchools } from './list-schools.ts';
import { discardQuarantined, listQuarantine, retryQuarantined, saveQuarantined } from './quarantine.ts';
import { notSent } from './read-not-sent.ts';
import { receivedDifferences } from './received-differences.ts';
import { setDueDate } from './set-due-date.ts';
import { writeDemonstrationReturns } from './write-demonstration-returns.ts';

const listFiles: Handler<'authority.received'> = ({ read }, filter) =>
  read(async (db) => ({
    ok: true,
    value: {
      files: (await listReceived(db, filter)).map(
        ({ periodName, periodFrom: _from, periodTo: _to, createdAt: _at, signedBy, ...file }) => ({
          ...file,
          period: periodName,
          sealed: signedBy !== null,
        }),
      ),
    },
  }));

type AuthorityOperations =
  | 'authority.import'
  | 'authority.schools'
  | 'authority.received'
  | 'authority.received-differences'
  | 'authority.quarantine'
  | 'authority.retry-quarantined'
  | 'authority.discard-quarantined'
  | 'authority.save-quarantined'
  | 'authority.columns'
  | 'authority.save-columns'
  | 'authority.not-sent'
  | 'authority.set-due-date'
  | 'authority.chase'
  | 'authority.export-not-sent'
  | 'authority.write-demonstration-returns';

export const authorityHandlers: Pick<Handlers, AuthorityOperations> = {
  'authority.import': importReturns,
  'authority.schools': listSchools,
  'authority.received': listFiles,
  'authority.received-differences': receivedDifferences,
  'authority.quarantine': listQuarantine,
  'authority.retry-quarantined': retryQuarantined,
  'authority.discard-quarantined': discardQuarantined,
  'authority.save-quarantined': saveQuarantined,
  'authority.columns': readColumns,
  'authority.save-columns': saveColumns,
  'authority.not-sent': notSent,
  'authority.set-due-date': setDueDate,
  'authority.chase': chaseSchools,
  'authority.export-not-sent': exportNotSent,
  'authority.write-demonstration-returns': writeDemonstrationReturns,
};
