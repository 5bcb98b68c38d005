import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { updatePanel } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { openPanel } from './open-panel.ts';

const NOT_DONE = 'It was not noted that the panel was held';

/** Notes that the panel met on its day, and who was there; again to correct who. */
export const holdPanel: Handler<'panel.hold'> = (context, { present, ...which }) =>
  context.change(async (db) => {
    const opened = await openPanel(db, which, NOT_DONE);
    if (!opened.ok) return opened;
    const { panel } = opened.value;
    if (panel.onDate > context.clock.today()) {
      return refuse(
        'refused',
        `${NOT_DONE}: it meets on ${formatDate(panel.onDate)}. Change its day if it met earlier.`,
      );
    }
    const after = { present, heldOn: panel.onDate };
    await updatePanel(db, panel.id, after);
    const detail = { before: { present: panel.present, heldOn: panel.heldOn }, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'panel', subjectId: panel.id, detail } } };
  });
