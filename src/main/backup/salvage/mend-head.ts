import type { Connection } from '../../storage/engines/connection.ts';
import { isDamage } from '../../storage/is-damage.ts';

/**
 * The one row with the end of the audit trail follows the trail's last chained row when it names an earlier one: its own
 * form could not be read, and the backup's stands. A head that names a later row stays: rows at the end are missing, and
 * the check of the trail must find that. True when it was set.
 */
export function mendHead(base: Connection): boolean {
  const last = base
    .prepare<[], { id: number; hash: string }>(
      'SELECT id, hash FROM audit WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1',
    )
    .get();
  const head = Number(base.prepare('SELECT coalesce(max(last_id), 0) FROM audit_head').pluck().get());
  if (!last || head >= last.id) return false;
  const length = base.prepare('SELECT count(*) FROM audit WHERE hash IS NOT NULL').pluck().get();
  base
    .prepare('INSERT OR REPLACE INTO audit_head (id, length, last_id, hash) VALUES (1, ?, ?, ?)')
    .run(length, last.id, last.hash);
  return true;
}

/** Numbers that the damaged file has given are never given again, so that a gap stays a gap. */
export function keepNumbering(base: Connection, damaged: Connection): void {
  let given: readonly { name: string; seq: number }[];
  try {
    given = damaged.prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence').all();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return;
  }
  for (const { name, seq } of given) {
    const kept = base
      .prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?')
      .run(seq, name).changes;
    if (kept === 0) base.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, seq);
  }
}
