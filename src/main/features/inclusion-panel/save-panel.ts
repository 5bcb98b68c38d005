import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { insertPanel, readPanels, updatePanel } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { orNull } from '../or-null.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'The panel was not saved';

/** Calls a panel or changes when and where it meets; one a day. A panel that was held keeps its day. */
export const savePanel: Handler<'panel.save'> = (context, input) =>
  context.change<{ readonly panelId: string }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const { panelId, on } = input;
    const after = {
      onDate: on,
      startsAt: input.startsAt ?? null,
      place: orNull(input.place),
      invited: orNull(input.invited),
    };
    if ((await readPanels(db, schoolId)).some(({ id, onDate }) => onDate === on && id !== panelId)) {
      return refuse('conflict', `${NOT_DONE}: there is a panel on ${formatDate(on)} already.`, {
        fields: [{ path: 'on', message: 'Enter another day, or open that panel.' }],
      });
    }
    const note = (id: string, detail: unknown) => ({
      ok: true as const,
      value: { value: { panelId: id }, audit: { subjectType: 'panel', subjectId: id, detail } },
    });
    if (panelId === undefined) {
      const id = context.newId();
      await insertPanel(db, { id, schoolId, ...after });
      return note(id, { after });
    }
    const opened = await openPanel(db, { panelId, version: input.version ?? 0 }, NOT_DONE);
    if (!opened.ok) return opened;
    const { onDate, startsAt, place, invited, heldOn } = opened.value.panel;
    if (heldOn !== null && onDate !== on) {
      return refuse('conflict', `${NOT_DONE}: it was held on ${formatDate(heldOn)} and keeps its day.`, {
        fields: [{ path: 'on', message: `Leave ${formatDate(onDate)}.` }],
      });
    }
    await updatePanel(db, panelId, after);
    return note(panelId, { before: { onDate, startsAt, place, invited }, after });
  });
