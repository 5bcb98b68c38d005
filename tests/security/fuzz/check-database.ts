import { sql } from 'drizzle-orm';
import type { TestApp } from '../../builders/app.ts';

/** What is wrong in a database that was worked on: its pages, its references, and what must hold whatever was asked. */
export async function checkDatabase(app: TestApp): Promise<readonly string[]> {
  return app.services.store.read(async (db) => {
    const rows = async (name: string, query: ReturnType<typeof sql>) => {
      const found = await db.select({ what: sql<string>`what` }).from(sql`(${query})`);
      return found.map(({ what }) => `${name}: ${what}`);
    };
    return [
      ...(await rows(
        'pages',
        sql`SELECT integrity_check AS what FROM pragma_integrity_check WHERE what <> 'ok'`,
      )),
      ...(await rows(
        'references',
        sql`SELECT "table" || ' ' || rowid AS what FROM pragma_foreign_key_check`,
      )),
      ...(await rows('pupils in two places at once', TWICE)),
      ...(await rows('fuller than the session takes', OVERFULL)),
      ...(await rows('half days excluded twice', EXCLUDED_TWICE)),
      ...(await rows(
        'commands without a trace',
        sql`SELECT 'audit' AS what WHERE NOT EXISTS (SELECT 1 FROM audit)`,
      )),
    ];
  });
}

const TWICE = sql`
  SELECT pupil_id || ' ' || date || ' ' || slot AS what FROM places
  WHERE state <> 'cancelled' GROUP BY pupil_id, date, slot HAVING count(*) > 1`;

/** Places from the demonstration's day on: of earlier days the provider's sessions may have changed since. */
const OVERFULL = sql`
  SELECT p.provider_id || ' ' || p.date || ' ' || p.slot AS what
  FROM places p
  LEFT JOIN provider_sessions s
    ON s.provider_id = p.provider_id AND s.slot = p.slot AND s.weekday = CAST(strftime('%w', p.date) AS INTEGER)
  WHERE p.state <> 'cancelled' AND p.date >= '2025-11-12'
  GROUP BY p.provider_id, p.date, p.slot HAVING count(*) > coalesce(max(s.capacity), 0)`;

const EXCLUDED_TWICE = sql`
  SELECT pupil_id || ' ' || date || ' ' || slot AS what FROM exclusion_half_days
  GROUP BY pupil_id, date, slot HAVING count(*) > 1`;
