import { refuse } from '#shared/kernel/result.ts';
import { deletePanelItem, updatePanel } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'The pupil was not taken off the agenda';

/** Takes a pupil off the agenda, as long as nothing was minuted. */
export const takeOffPupil: Handler<'panel.take-off'> = (context, { pupilId, ...which }) =>
  context.change(async (db) => {
    const opened = await openPanel(db, which, NOT_DONE);
    if (!opened.ok) return opened;
    const { panel, items } = opened.value;
    const item = items.find((one) => one.pupilId === pupilId);
    if (item === undefined)
      return refuse('not-found', `${NOT_DONE}: the pupil is not on it. Look at the panel again.`);
    if (item.discussed !== null || item.decision !== null)
      return refuse('conflict', `${NOT_DONE}: there are minutes of the pupil, and they are kept.`);
    await deletePanelItem(db, item);
    await updatePanel(db, panel.id, {});
    const detail = { pupilId, before: { position: item.position, why: item.why }, after: null };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'panel', subjectId: panel.id, pupilId, detail } },
    };
  });
