import { refuse } from '#shared/kernel/result.ts';
import { insertPanelItem, updatePanel } from '../../storage/repositories/panels.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'The pupil was not put on the agenda';

/** Puts a pupil last on the agenda, once; of a panel that was held, too, when it spoke of somebody unplanned. */
export const putPupil: Handler<'panel.put'> = (context, { pupilId, why, ...which }) =>
  context.change(async (db) => {
    const opened = await openPanel(db, which, NOT_DONE);
    if (!opened.ok) return opened;
    const { panel, schoolId, items } = opened.value;
    const fields = [{ path: 'pupilId', message: 'Choose another pupil.' }];
    if ((await findPupil(db, schoolId, pupilId)) === undefined)
      return refuse('not-found', `${NOT_DONE}: this pupil is not on the school’s list.`, { fields });
    if (items.some((item) => item.pupilId === pupilId))
      return refuse('conflict', `${NOT_DONE}: the pupil is on it already.`, { fields });
    const item = { panelId: panel.id, pupilId, position: (items.at(-1)?.position ?? 0) + 1, why };
    await insertPanelItem(db, item);
    await updatePanel(db, panel.id, {});
    const detail = { pupilId, after: item };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'panel', subjectId: panel.id, pupilId, detail } },
    };
  });
