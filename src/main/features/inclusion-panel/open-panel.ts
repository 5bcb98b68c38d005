import { refuse, type Result } from '#shared/kernel/result.ts';
import {
  readPanelItems,
  readPanels,
  type NamedItem,
  type PanelRow,
} from '../../storage/repositories/panels.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

export interface OpenPanel {
  readonly panel: PanelRow;
  readonly schoolId: string;
  /** In the order of the agenda. */
  readonly items: readonly NamedItem[];
}

/**
 * A panel with its items; where a version is given, as it was read. `notDone` begins the sentence of a refusal.
 */
export async function openPanel(
  db: Db,
  { panelId, version }: { readonly panelId: string; readonly version?: number | undefined },
  notDone: string,
): Promise<Result<OpenPanel>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const [panel] = await readPanels(db, schoolId, { id: panelId });
  if (panel === undefined)
    return refuse('not-found', `${notDone}: there is no such panel here. Look at the panels again.`);
  if (version !== undefined && panel.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed this panel since you opened it. Look at the panel again.`,
    );
  }
  return { ok: true, value: { panel, schoolId, items: await readPanelItems(db, schoolId, { panelId }) } };
}
