import { inArray } from 'drizzle-orm';
import type { SharedViews } from '../schema/shared-views.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

export type PupilName = Pick<SharedViews['names']['$inferSelect'], 'surname' | 'forename' | 'form'>;

const IDS_AT_ONCE = 1000;

/**
 * Names of these pupils, by id, for lists of who comes: in a shared database those of other schools who come to our
 * providers too, of whom no more than the name is shown. Asked by id, since the view looks at each pupil it is asked about.
 */
export async function readPupilNames(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, PupilName>> {
  const names = pupilNames(db);
  const found = new Map<string, PupilName>();
  for (const ids of inChunks([...new Set(pupilIds)], IDS_AT_ONCE)) {
    const rows = await db
      .select({ id: names.id, surname: names.surname, forename: names.forename, form: names.form })
      .from(names)
      .where(inArray(names.id, [...ids]));
    for (const { id, ...name } of rows) found.set(id, name);
  }
  return found;
}

const pupilNames = (db: Db): SharedViews['names'] =>
  // The table has these columns under these names, and more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  db.shared?.views.names ?? (db.tables.pupils as unknown as SharedViews['names']);
