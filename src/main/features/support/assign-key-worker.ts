import { refuse } from '#shared/kernel/result.ts';
import { updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import { endKeyWorker, insertKeyWorker, readKeyWorkersNow } from '../../storage/repositories/key-workers.ts';
import type { Handler } from '../context.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'Nobody was named';

/** Names the key worker; whoever was it before ends today, so that there is never more than one. */
export const assignKeyWorker: Handler<'support.assign-key-worker'> = (context, input) =>
  context.change(async (db) => {
    const { clock, newId } = context;
    const opened = await openEntry(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { id: entryId, pupilId } = opened.value;
    const { name, role } = input;
    const before = (await readKeyWorkersNow(db, [entryId])).get(entryId);
    if (before !== undefined && before.name === name && before.role === role) {
      return refuse('conflict', `${NOT_DONE}: ${name} is the key worker already.`, {
        fields: [{ path: 'name', message: 'Name somebody else, or another role.' }],
      });
    }
    const today = clock.today();
    await endKeyWorker(db, entryId, today);
    await insertKeyWorker(db, { id: newId(), entryId, name, role, fromDate: today, staffId: null });
    await updateEntry(db, entryId, {});
    const detail = {
      pupilId,
      ...(before ? { before: { name: before.name, role: before.role } } : {}),
      after: { name, role },
    };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'at-risk-entry', subjectId: entryId, detail } },
    };
  });
