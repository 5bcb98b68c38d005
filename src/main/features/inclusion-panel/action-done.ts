import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { updatePanel, updatePanelItem } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'The action was not noted as done';

/** Notes that what the panel decided of a pupil is done: it is due no more. */
export const actionDone: Handler<'panel.action-done'> = (context, { panelId, pupilId, on: given }) =>
  context.change(async (db) => {
    const today = context.clock.today();
    const on = given ?? today;
    const opened = await openPanel(db, { panelId }, NOT_DONE);
    if (!opened.ok) return opened;
    const { panel, items } = opened.value;
    const item = items.find((one) => one.pupilId === pupilId);
    if (item === undefined || item.owner === null)
      return refuse('not-found', `${NOT_DONE}: the panel gave none for this pupil. Look at the panel again.`);
    if (item.doneOn !== null)
      return refuse('conflict', `${NOT_DONE}: it was done on ${formatDate(item.doneOn)} already.`);
    if (on > today || on < panel.onDate) {
      return refuse('invalid-input', `${NOT_DONE}: ${formatDate(on)} cannot be its day.`, {
        fields: [{ path: 'on', message: `Enter a day from ${formatDate(panel.onDate)} to today.` }],
      });
    }
    await updatePanelItem(db, item, { doneOn: on });
    await updatePanel(db, panelId, {});
    const detail = { pupilId, before: { doneOn: null }, after: { doneOn: on }, owner: item.owner };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'panel', subjectId: panelId, pupilId, detail } },
    };
  });
