import { ok } from '#shared/kernel/result.ts';
import { lockMinutes, writeLockMinutes } from '../../storage/repositories/lock-rule.ts';
import type { Handler } from '../context.ts';

/** Sets when the window locks by itself, from this moment on. */
export const saveLockRule: Handler<'people.save-lock-rule'> = async ({ change, sessions }, { minutes }) => {
  const saved = await change<Record<string, never>>(async (db) => {
    const before = await lockMinutes(db);
    await writeLockMinutes(db, minutes);
    return ok({
      value: {},
      audit: {
        subjectType: 'workspace',
        subjectId: 'lock-rule',
        detail: { before: { minutes: before }, after: { minutes } },
      },
    });
  });
  if (saved.ok) sessions.lockAfter(minutes);
  return saved;
};
