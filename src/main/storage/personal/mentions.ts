import { and, not, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { PERSONAL_NAMES, personal, whereOf } from './read-personal.ts';
import type { SubjectKeys } from './subject-keys.ts';
import type { SubjectNames } from './subject-names.ts';
import { containsOne } from './text-search.ts';

/** Rows of other pupils in which this pupil's full name or UPN was typed, by what they are. */
export interface Mention {
  readonly title: string;
  readonly rows: number;
}

const OWN_NAMES: ReadonlySet<string> = new Set(['pupils', 'receivedExclusions', 'riskGridRows', 'audit']);

/**
 * Where a pupil is spoken of in other pupils' records. A program cannot take a name out of a sentence about somebody
 * else: whoever erases looks at these. Only full names are found.
 */
export async function mentionsOf(
  db: Db,
  keys: SubjectKeys,
  { full }: Pick<SubjectNames, 'full'>,
): Promise<readonly Mention[]> {
  const needles = [...full, ...keys.upn];
  const mentions: Mention[] = [];
  for (const name of PERSONAL_NAMES) {
    // Their names stand in columns of their own; the trail is cleaned by what it mentions.
    if (OWN_NAMES.has(name)) continue;
    const { entry, columns, treated, table } = personal(db, name);
    const texts = Object.entries(treated).flatMap(([column, { is }]) => {
      const found = columns[column];
      return found !== undefined && (is === 'text' || is === 'changed') ? [found] : [];
    });
    if (texts.length === 0) continue;
    const own = or(...whereOf(db, name, keys, []));
    const says: SQL | undefined = or(...texts.map((column) => containsOne(column, needles)));
    const [row] = await db
      .select({ rows: sql<number>`count(*)`.mapWith(Number) })
      .from(table)
      .where(and(says, own === undefined ? undefined : not(own)));
    if (row !== undefined && row.rows > 0) mentions.push({ title: entry.title, rows: row.rows });
  }
  return mentions;
}
