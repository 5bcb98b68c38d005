import type { OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { asksTies, isOutsider } from '#shared/permissions/is-outsider.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AuditNote, Services, UserSession } from './context.ts';
import { writeAudit, type AuditOutcome } from '../security/audit.ts';
import { pupilsOfSubjects } from '../storage/repositories/audit-pupils.ts';
import { pupilIdOfUpn, readTies } from '../storage/repositories/audit-ties.ts';
import type { Db } from '../storage/store.ts';
import { makeBatches } from './record-batches.ts';
import { subjectOf } from './subject-of.ts';

/** What was asked, and what came of it. */
export interface Asked {
  readonly session: UserSession;
  readonly name: OperationName;
  readonly operation: Operation;
  readonly input: unknown;
  readonly result: Result<unknown>;
  /** The command left its own rows in the trail. */
  readonly noted: boolean;
}

const isNew = makeBatches();

/**
 * Notes in the audit trail what commands do not note themselves: refusals, records seen by somebody outside the case,
 * data handed out without a change. Nobody waits for it: the rows are written behind what is under way, and before the
 * database closes. The same thing again within a minute is no new row.
 */
export function record(services: Services, asked: Asked): void {
  const outcome = outcomeOf(asked);
  // Without a database there is no trail.
  if (outcome === undefined || (services.office?.standing().state ?? 'open') !== 'open') return;
  const { session, name, input, result } = asked;
  const note = subjectOf(name, input);
  const code = result.ok ? undefined : result.error.code;
  // A hostile window could name ever new subjects: refusals of one operation are one row a minute.
  const what = result.ok ? JSON.stringify(note) : code;
  const now = services.clock.now();
  if (!isNew(services.store, now, [session.userName, session.role, name, outcome, what].join(' '))) return;
  void write(services, asked, note, outcome).catch((error: unknown) =>
    services.log.error(`${name} could not be noted in the audit trail`, error),
  );
}

/** Asynchronous from its first step: a store that is not open any more fails as one that is busy does. */
async function write(
  { store, clock }: Services,
  { session, name, result }: Asked,
  note: AuditNote,
  outcome: AuditOutcome,
): Promise<void> {
  const at = clock.now();
  await store.write(async (db) => {
    const known = await withPupil(db, note);
    if (outcome === 'seen' && !(await seenFromOutside(db, session, known))) return { ok: false };
    // Of one pupil's record the count of its parts says nothing.
    const rows = result.ok && known.pupilId === undefined ? rowsOf(result.value) : {};
    const detail = { ...detailOf(known), ...rows, ...(result.ok ? {} : { code: result.error.code }) };
    const whole = { ...known, ...(Object.keys(detail).length > 0 ? { detail } : {}) };
    await writeAudit(db, session, name, at, [whole], outcome);
    return { ok: true };
  });
}

function outcomeOf({ session, operation, result, noted }: Asked): AuditOutcome | undefined {
  if (!result.ok) {
    const { code } = result.error;
    // A window that is locked goes on asking for what it shows; only an attempt to change something is told.
    const refused = code === 'not-permitted' || (code === 'signed-out' && operation.kind === 'command');
    return refused ? 'refused' : undefined;
  }
  if (operation.records === 'view') {
    return asksTies(session.role) || isOutsider(session.role, { stay: false, governors: false })
      ? 'seen'
      : undefined;
  }
  return operation.records !== undefined && !noted ? 'left' : undefined;
}

async function withPupil(db: Db, note: AuditNote): Promise<AuditNote> {
  const { upn } = detailOf(note);
  const pupilId =
    typeof upn === 'string'
      ? await pupilIdOfUpn(db, upn)
      : (await pupilsOfSubjects(db, [note]))(note.subjectType, note.subjectId);
  return pupilId === undefined ? note : { ...note, pupilId };
}

async function seenFromOutside(db: Db, session: UserSession, { pupilId }: AuditNote): Promise<boolean> {
  const { role, providerIds } = session;
  if (!asksTies(role)) return true;
  // Lists of a provider's own pupils: whether they may be asked for is decided elsewhere.
  if (pupilId === undefined) return false;
  return isOutsider(role, await readTies(db, pupilId, providerIds));
}

const detailOf = ({ detail }: AuditNote): Readonly<Record<string, unknown>> =>
  typeof detail === 'object' && detail !== null ? { ...detail } : {};

/** How many rows were handed out, where the answer is one list. */
function rowsOf(value: unknown): { readonly rows?: number } {
  if (typeof value !== 'object' || value === null) return {};
  const lists = Object.values(value).filter((one) => Array.isArray(one));
  const [only] = lists;
  return lists.length === 1 && only !== undefined ? { rows: only.length } : {};
}
