import { eq, or, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** Whether a school may book at a provider: its own, and in a shared database those of the whole area. */
export const bookableBy = (db: Db, schoolId: string): SQL | undefined => {
  const { providers } = db.tables;
  const own = eq(providers.schoolId, schoolId);
  return db.shared === undefined ? own : or(own, eq(providers.shared, true));
};
