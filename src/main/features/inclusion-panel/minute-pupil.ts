import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { updatePanel, updatePanelItem } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { orNull } from '../or-null.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'The minutes were not saved';

/** Writes the minutes of one pupil. Whoever sees to something has a day for it, and the other way round. */
export const minutePupil: Handler<'panel.minute'> = (context, input) =>
  context.change(async (db) => {
    const { pupilId, discussed, decision } = input;
    const opened = await openPanel(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const { panel, items } = opened.value;
    const item = items.find((one) => one.pupilId === pupilId);
    if (item === undefined)
      return refuse('not-found', `${NOT_DONE}: the pupil is not on the agenda. Look at the panel again.`);
    const [owner, dueOn] = [orNull(input.owner), input.dueOn ?? null];
    if (panel.onDate > context.clock.today()) {
      return refuse(
        'refused',
        `${NOT_DONE}: the panel meets on ${formatDate(panel.onDate)}. Write them then, or change its day.`,
      );
    }
    if ((owner === null) !== (dueOn === null) || (dueOn !== null && dueOn < panel.onDate)) {
      const field =
        owner === null
          ? { path: 'owner', message: 'Say who sees to it, or leave the day empty.' }
          : { path: 'dueOn', message: `Enter a day from ${formatDate(panel.onDate)} on.` };
      return refuse('invalid-input', `${NOT_DONE}: an action has somebody who sees to it and a day.`, {
        fields: [field],
      });
    }
    // An action that changes is open again.
    const same = owner === item.owner && decision === item.decision;
    const after = { discussed, decision, owner, dueOn, doneOn: same ? item.doneOn : null };
    await updatePanelItem(db, item, after);
    await updatePanel(db, panel.id, {});
    const before = {
      discussed: item.discussed,
      decision: item.decision,
      owner: item.owner,
      dueOn: item.dueOn,
      doneOn: item.doneOn,
    };
    const detail = { pupilId, before, after };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'panel', subjectId: panel.id, pupilId, detail } },
    };
  });
