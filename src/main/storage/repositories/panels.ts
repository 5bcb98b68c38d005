import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** A meeting of the inclusion panel as kept. */
export type PanelRow = Db['tables']['panels']['$inferSelect'];

export type PanelItem = Db['tables']['panelItems']['$inferSelect'];

/** A pupil on an agenda, with what lists show of the pupil and the day of the panel. */
export interface NamedItem extends PanelItem {
  readonly name: string;
  readonly form: string | null;
  readonly panelOn: string;
  readonly heldOn: string | null;
}

/** The panels of a school, the latest day first. */
export async function readPanels(
  db: Db,
  schoolId: string,
  { id }: { readonly id?: string } = {},
): Promise<readonly PanelRow[]> {
  const { panels } = db.tables;
  return db
    .select()
    .from(panels)
    .where(and(eq(panels.schoolId, schoolId), id === undefined ? undefined : eq(panels.id, id)))
    .orderBy(desc(panels.onDate), desc(panels.id));
}

/** The items of a school's panels, conditions all met, each panel's in the order of its agenda, the latest panel first. */
export async function readPanelItems(
  db: Db,
  schoolId: string,
  { panelId, pupilId }: { readonly panelId?: string; readonly pupilId?: string } = {},
): Promise<readonly NamedItem[]> {
  const { panels, panelItems: items, pupils } = db.tables;
  const rows = await db
    .select({
      item: items,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
      panelOn: panels.onDate,
      heldOn: panels.heldOn,
    })
    .from(items)
    .innerJoin(panels, eq(panels.id, items.panelId))
    .innerJoin(pupils, eq(pupils.id, items.pupilId))
    .where(
      and(
        eq(panels.schoolId, schoolId),
        panelId === undefined ? undefined : eq(items.panelId, panelId),
        pupilId === undefined ? undefined : eq(items.pupilId, pupilId),
      ),
    )
    .orderBy(desc(panels.onDate), asc(items.position), asc(items.pupilId));
  return rows.map(({ item, forename, surname, ...about }) => ({
    ...item,
    ...about,
    name: `${forename} ${surname}`,
  }));
}

/** Adds a panel, version 1. */
export async function insertPanel(
  db: Db,
  panel: Omit<PanelRow, 'version' | 'present' | 'heldOn'>,
): Promise<void> {
  await db.insert(db.tables.panels).values({ ...panel, version: 1 });
}

/** Changes a panel and gives it the next version. */
export async function updatePanel(
  db: Db,
  id: string,
  set: Partial<Omit<PanelRow, 'id' | 'schoolId' | 'version'>>,
): Promise<void> {
  const { panels } = db.tables;
  await db
    .update(panels)
    .set({ ...set, version: sql`${panels.version} + 1` })
    .where(eq(panels.id, id));
}

/** Puts a pupil on an agenda, once. */
export async function insertPanelItem(
  db: Db,
  item: Pick<PanelItem, 'panelId' | 'pupilId' | 'position' | 'why'>,
): Promise<void> {
  await db.insert(db.tables.panelItems).values(item);
}

/** Changes what an agenda or the minutes say of a pupil. */
export async function updatePanelItem(
  db: Db,
  { panelId, pupilId }: Pick<PanelItem, 'panelId' | 'pupilId'>,
  set: Partial<Omit<PanelItem, 'panelId' | 'pupilId'>>,
): Promise<void> {
  const { panelItems: items } = db.tables;
  await db
    .update(items)
    .set(set)
    .where(and(eq(items.panelId, panelId), eq(items.pupilId, pupilId)));
}

/** Takes a pupil off an agenda. */
export async function deletePanelItem(
  db: Db,
  { panelId, pupilId }: Pick<PanelItem, 'panelId' | 'pupilId'>,
): Promise<void> {
  const { panelItems: items } = db.tables;
  await db.delete(items).where(and(eq(items.panelId, panelId), eq(items.pupilId, pupilId)));
}
