import { eq } from 'drizzle-orm';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import type { Schema } from '../../storage/schema/schema.ts';
import type { Db } from '../../storage/store.ts';

/**
 * What a PC keeps of a shared database for when its server cannot be reached: the school and its calendar, the pupils and
 * their contacts, the cases with duties and letters, and what the sheet of the day shows. Not the audit trail, not what
 * other schools sent, nobody else's login, no keys. Parents before their children.
 */
const KEPT: readonly (keyof Schema)[] = [
  'schools',
  'workspace',
  'schoolDetails',
  'terms',
  'closures',
  'sessionTimes',
  'heads',
  'exams',
  'pupils',
  'earlierHalfDays',
  'contacts',
  'requestedAbsences',
  'attendanceFigures',
  'exclusions',
  'exclusionReasons',
  'exclusionHalfDays',
  'caseEvents',
  'duties',
  'letters',
  'letterIssues',
  'providers',
  'providerSessions',
  'providerClosures',
  'providerAdults',
  'providerHosts',
  'itineraryStages',
  'keepApart',
  'placements',
  'places',
  'placementEscorts',
  'homeVisits',
  'stayTasks',
  'stayReports',
  'courseSessions',
  'waitList',
  'atRiskCriteria',
  'atRiskEntries',
  'keyWorkers',
  'keyWorkerMeetings',
];

/** Far more than a large school has; a county's book is not carried about. */
const MOST_ROWS = 400_000;

export type KeptRows = readonly (readonly [keyof Schema, readonly Readonly<Record<string, unknown>>[]])[];

/** What the login may see of it, in one view; undefined: too much to keep. */
export async function readKeptRows(db: Db, loginRole: string): Promise<KeptRows | undefined> {
  const kept: (readonly [keyof Schema, readonly Readonly<Record<string, unknown>>[]])[] = [];
  let count = 0;
  for (const table of KEPT) {
    const rows = await db.select().from(db.tables[table]);
    count += rows.length;
    if (count > MOST_ROWS) return undefined;
    kept.push([table, rows]);
  }
  const { users, userRoles } = db.tables;
  const own = await db.select().from(users).where(eq(users.loginRole, loginRole));
  kept.push(['users', own]);
  const [me] = own;
  if (me) kept.push(['userRoles', await db.select().from(userRoles).where(eq(userRoles.userId, me.id))]);
  return kept;
}

/** Values of one statement; SQLite takes some 32,000. */
const MOST_VALUES = 8000;

export async function writeKeptRows(db: Db, kept: KeptRows): Promise<void> {
  for (const [table, rows] of kept) {
    const [first] = rows;
    if (!first) continue;
    const size = Math.max(1, Math.floor(MOST_VALUES / Object.keys(first).length));
    for (const chunk of inChunks(rows, size)) {
      // Rows of that very table, as its other form gave them.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      await db.insert(db.tables[table]).values([...chunk] as never);
    }
  }
}
