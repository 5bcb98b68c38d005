import type { Handler } from '../context.ts';
import { requireEmptyDatabase } from './empty-database.ts';

/** Makes an empty database a local authority's. */
export const createAuthority: Handler<'setup.create-authority'> = ({ change, clock }, { code, name }) =>
  change(async (db) => {
    const empty = await requireEmptyDatabase(db);
    if (!empty.ok) return empty;
    await db.insert(db.tables.workspace).values({
      id: 1,
      authorityCode: code,
      authorityName: name,
      demonstration: false,
      lunchtimesInReturn: false,
      createdAt: clock.now(),
    });
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'authority', subjectId: code, detail: { name } } },
    };
  });
