import { readPanelItems, readPanels } from '../../storage/repositories/panels.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewMeeting } from './panel-views.ts';

/** The meetings of the panel, the latest first. */
export const listPanels: Handler<'panel.list'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const items = await readPanelItems(db, schoolId);
    const panels = await readPanels(db, schoolId);
    return {
      ok: true,
      value: {
        panels: panels.map((panel) =>
          viewMeeting(
            panel,
            items.filter(({ panelId }) => panelId === panel.id),
          ),
        ),
      },
    };
  });
