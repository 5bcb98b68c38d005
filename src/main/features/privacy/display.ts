import { refuse } from '#shared/kernel/result.ts';
import { isOwnWorkspace } from '../../storage/repositories/workspace-number.ts';
import type { Handler } from '../context.ts';

/** Whether lists show initials; no while nothing is set up. */
export const readDisplay: Handler<'privacy.display'> = ({ read }) =>
  read(async (db) => {
    const { workspace } = db.tables;
    const [row] = await db.select({ initials: workspace.initialsInLists }).from(workspace);
    return { ok: true, value: { initialsInLists: row?.initials ?? false } };
  });

export const setDisplay: Handler<'privacy.set-display'> = ({ change }, { initialsInLists }) =>
  change(async (db) => {
    const { workspace } = db.tables;
    const [before] = await db.select({ initials: workspace.initialsInLists }).from(workspace);
    if (before === undefined)
      return refuse('not-set-up', 'Nothing is set up in this database yet, so there are no lists.');
    await db.update(workspace).set({ initialsInLists }).where(isOwnWorkspace(db));
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'privacy',
          subjectId: 'initials-in-lists',
          detail: { before: before.initials ?? false, after: initialsInLists },
        },
      },
    };
  });
