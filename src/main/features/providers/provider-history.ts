import { readProviderHistory } from '../../storage/repositories/provider-history.ts';
import type { Handler } from '../context.ts';
import { historyLines } from './history-lines.ts';
import { knownProvider } from './known-provider.ts';

/** How many changes the list goes back. */
const MOST = 200;

/** What was changed about a provider, newest first, from the audit trail. */
export const providerHistory: Handler<'providers.history'> = ({ read }, { providerId }) =>
  read(async (db) => {
    const found = await knownProvider(db, providerId);
    if (!found.ok) return found;
    const records = await readProviderHistory(db, providerId, MOST);
    const changes = records.flatMap((record) => {
      const { lines, reason } = historyLines(record.detail);
      if (lines.length === 0) return [];
      return [{ at: record.at, by: record.userName, ...(reason ? { reason } : {}), lines: [...lines] }];
    });
    return { ok: true, value: { changes } };
  });
