import type { Finding, KnownHead } from '#shared/domain/audit/types.ts';
import {
  lastAuditId,
  readAuditHead,
  readAuditRows,
  type AuditHead,
  type StoredAuditRow,
} from '../storage/repositories/audit-rows.ts';
import type { Db } from '../storage/store.ts';
import { checkDetail } from './check-detail.ts';
import { AT_START, checkLink } from './check-link.ts';
import { compareHeads } from './compare-heads.ts';
import { compareOlderRows } from './compare-older-rows.ts';
import { readErasures } from './read-erasures.ts';

export interface Verification {
  /** Rows of the chain that were looked at. */
  readonly rows: number;
  /** Rows that are older than the chain: covered from the day on which it began. */
  readonly older: number;
  /** The first of what was found, in the order of the rows. */
  readonly findings: readonly Finding[];
  /** How many things were found in all. */
  readonly found: number;
  readonly head: AuditHead | undefined;
}

export interface VerifyWork {
  readonly read: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Heads that are written elsewhere: they must be on the chain. */
  readonly heads?: readonly KnownHead[];
  readonly progress?: (fraction: number, text: string) => void;
  readonly checkCancelled?: () => void;
}

const ROWS_AT_ONCE = 2000;

const FINDINGS_KEPT = 200;

/**
 * Looks at every row of the audit trail. Reads only, some thousand rows at a time, so that others can work meanwhile;
 * what is appended meanwhile is looked at too.
 */
export async function verifyAudit({
  read,
  heads = [],
  progress,
  checkCancelled,
}: VerifyWork): Promise<Verification> {
  const findings: Finding[] = [];
  let found = 0;
  const add = (more: readonly Finding[]): void => {
    found += more.length;
    findings.push(...more.slice(0, Math.max(0, FINDINGS_KEPT - findings.length)));
  };
  const { older, differences } = await read(compareOlderRows);
  add(differences);
  const meet = compareHeads(heads);
  let before = AT_START;
  let rows = 0;
  let waiting: StoredAuditRow | undefined;
  const look = (row: StoredAuditRow, nextPrev: string | undefined): void => {
    const { findings: wrong, next } = checkLink(row, before, nextPrev);
    add(wrong);
    before = next;
    rows += 1;
    meet.pass(row);
  };
  for (let after = 0; ;) {
    checkCancelled?.();
    const chunk = await read(async (db) => ({
      stored: await readAuditRows(db, { after, limit: ROWS_AT_ONCE }),
      head: await readAuditHead(db),
      last: await lastAuditId(db),
      isErased: await readErasures(db),
    }));
    for (const row of chunk.stored) {
      if (row.hash === null) {
        // Before the chain began, rows have none.
        if (waiting !== undefined) add([unchained(row)]);
        continue;
      }
      if (waiting) look(waiting, row.prevHash ?? undefined);
      waiting = row;
      add(checkDetail(row, chunk.isErased));
    }
    after = chunk.stored.at(-1)?.id ?? after;
    progress?.(chunk.last === 0 ? 1 : after / chunk.last, `${after} of ${chunk.last} rows`);
    if (chunk.stored.length === ROWS_AT_ONCE) continue;
    if (waiting) look(waiting, chunk.head?.hash);
    add(checkEnd(chunk.head, { rows, last: waiting, expected: before.expected, sound: found === 0 }));
    add(meet.rest());
    return { rows, older, findings: findings.toSorted((a, b) => a.rowId - b.rowId), found, head: chunk.head };
  }
}

const unchained = ({ id }: StoredAuditRow): Finding => ({
  kind: 'inserted',
  rowId: id,
  what: 'This row has no hash although the chain had begun: it was not written by First Day.',
});

interface End {
  readonly rows: number;
  readonly last: StoredAuditRow | undefined;
  readonly expected: string;
  readonly sound: boolean;
}

/** Whether the rows end where the end of the chain is noted. */
function checkEnd(head: AuditHead | undefined, { rows, last, expected, sound }: End): readonly Finding[] {
  const say = (what: string): readonly Finding[] => [{ kind: 'head', rowId: 0, what }];
  if (head === undefined)
    return last === undefined ? [] : say('The note of where the trail ends is missing.');
  const lastId = last?.id ?? 0;
  if (lastId < head.lastId) {
    const what = `The end of the trail is missing: it went on to row ${head.lastId}.`;
    return [{ kind: 'tail-missing', rowId: lastId + 1, toId: head.lastId, what }];
  }
  if (lastId > head.lastId) {
    const what = `The trail was noted to end with row ${head.lastId}; what follows was put in.`;
    return [{ kind: 'inserted', rowId: head.lastId + 1, toId: lastId, what }];
  }
  if (head.hash !== expected) {
    const what = 'The last row and the note of where the trail ends do not agree: one of them was altered.';
    return [{ kind: 'head', rowId: lastId, what }];
  }
  // Where rows are missing or were put in, that is said already.
  if (head.length !== rows && sound) {
    return say(`The trail has ${rows} rows; the note of where it ends says ${head.length}.`);
  }
  return [];
}
