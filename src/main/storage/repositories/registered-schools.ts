import { like } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** The schools of an authority in the national register as it was imported; none before. */
export async function registeredSchools(db: Db, code: string) {
  const { authoritySchools: s } = db.tables;
  const rows = await db
    .select({
      laEstab: s.laEstab,
      name: s.name,
      phase: s.phase,
      openOn: s.openOn,
      closedOn: s.closedOn,
      headName: s.headName,
      address: s.address,
    })
    .from(s)
    .where(like(s.laEstab, `${code}%`));
  return rows.map(({ openOn, closedOn, ...school }) => ({
    ...school,
    openOn: openOn ?? undefined,
    closedOn: closedOn ?? undefined,
  }));
}
