import type { AuditNote, UserSession } from '../features/context.ts';
import {
  appendAuditRows,
  AUDIT_COLUMNS,
  lastAuditId,
  readAuditHead,
  type AuditHead,
  type AuditRow,
} from '../storage/repositories/audit-rows.ts';
import { pupilsOfSubjects } from '../storage/repositories/audit-pupils.ts';
import type { Db } from '../storage/store.ts';
import { CHAIN_START, detailHashOf, newSalts, rowHashOf } from './audit-hash.ts';
import { CHAIN_BEGINS, digestOlderRows, OLDER_ROWS } from './older-rows.ts';

export type AuditOutcome = NonNullable<AuditRow['outcome']>;

type NewRow = Omit<AuditRow, 'id' | 'salt' | 'detailHash' | 'prevHash' | 'hash'>;

/**
 * Appends the notes of one command to the audit trail, inside its transaction: each row hashed with the one before. The
 * first of a database that has rows without hashes begins the chain with what those came to.
 */
export async function writeAudit(
  db: Db,
  session: UserSession,
  operation: string,
  at: string,
  notes: readonly AuditNote[],
  outcome: AuditOutcome = 'done',
): Promise<void> {
  if (notes.length === 0) return;
  // Together: to a server each question alone would be a message there and back.
  const [pupils, lastId, head] = await Promise.all([
    pupilsOfSubjects(
      db,
      notes.filter(({ pupilId }) => pupilId === undefined),
    ),
    lastAuditId(db),
    readAuditHead(db),
  ]);
  const by = { at, userName: session.userName, role: session.role, userId: session.userId ?? null };
  const rows = notes.map((note): NewRow => ({
    ...by,
    operation,
    subjectType: note.subjectType,
    subjectId: note.subjectId,
    detail: note.detail ?? null,
    outcome: note.outcome ?? outcome,
    pupilId: note.pupilId ?? pupils(note.subjectType, note.subjectId) ?? null,
  }));
  const start = head ?? { length: 0, lastId, hash: CHAIN_START };
  const begin: NewRow[] = head !== undefined || lastId === 0 ? [] : [await beginning(db, by)];
  // A row that somebody put after the end must not stop the work; the verification finds it.
  await append(db, { ...start, lastId: Math.max(start.lastId, lastId) }, [...begin, ...rows]);
}

async function beginning(db: Db, by: Pick<NewRow, 'at' | 'userName' | 'role' | 'userId'>): Promise<NewRow> {
  return {
    ...by,
    operation: CHAIN_BEGINS,
    subjectType: OLDER_ROWS,
    subjectId: null,
    detail: await digestOlderRows(db),
    outcome: 'done',
    pupilId: null,
  };
}

async function append(db: Db, head: AuditHead, rows: readonly NewRow[]): Promise<void> {
  const salts = newSalts(rows.length);
  let { lastId, hash: prevHash } = head;
  const values = rows.map((row, at): readonly unknown[] => {
    lastId += 1;
    // Without a detail there is nothing to hide by a salt, and nothing that could be erased.
    const salt = row.detail === null ? null : (salts[at] ?? null);
    const detailHash = salt === null ? null : detailHashOf(salt, row.detail);
    const chained = { ...row, id: lastId, salt, detailHash };
    const whole: AuditRow = { ...chained, prevHash, hash: rowHashOf(prevHash, chained) };
    prevHash = whole.hash ?? prevHash;
    return AUDIT_COLUMNS.map((column) => whole[column]);
  });
  await appendAuditRows(db, values, { length: head.length + rows.length, lastId, hash: prevHash });
}
