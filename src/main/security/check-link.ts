import type { Finding } from '#shared/domain/audit/types.ts';
import type { StoredAuditRow } from '../storage/repositories/audit-rows.ts';
import { CHAIN_START, detailHashOf, rowHashOf } from './audit-hash.ts';
import { detailOf } from './detail-of.ts';

/** What was seen of the chain before a row. */
export interface Before {
  /** The hash that the next row must name. */
  readonly expected: string;
  /** The same one row earlier, to tell a row that was put in between. */
  readonly earlier: string | undefined;
  readonly lastId: number | undefined;
  /** Something was wrong with the row before: that the next does not follow it says nothing new. */
  readonly broken: boolean;
}

export const AT_START: Before = {
  expected: CHAIN_START,
  earlier: undefined,
  lastId: undefined,
  broken: false,
};

/** Rows tried as the place where one belongs that stands somewhere else. */
const PLACES_TRIED = 20_000;

/**
 * Whether a row is what was written and follows the row before. `nextPrev` is what the following row (or, after the
 * last, the end of the chain) says of this one. Gives what is wrong and how to go on.
 */
export function checkLink(
  row: StoredAuditRow,
  before: Before,
  nextPrev: string | undefined,
): { readonly findings: readonly Finding[]; readonly next: Before } {
  const own = row.hash ?? '';
  const computed = rowHashOf(row.prevHash ?? '', row);
  const follows = row.prevHash === before.expected;
  const go = (findings: readonly Finding[], more: Partial<Before> = {}) => ({
    findings,
    next: { expected: own, earlier: before.expected, lastId: row.id, broken: findings.length > 0, ...more },
  });
  const say = (kind: Finding['kind'], what: string, rowId = row.id): readonly Finding[] => [
    { kind, rowId, what },
  ];
  if (computed === own) return follows ? go([]) : go(gap(row, before), { broken: false });
  if (computed === nextPrev && follows) {
    return go(say('altered', 'The hash of this row was altered.'), { expected: computed, broken: false });
  }
  if (rowHashOf(before.expected, row) === own) {
    const what = 'What this row says of the row before it was altered.';
    return go(say('altered', what), { broken: false });
  }
  const detailHash = row.salt === null ? null : detailHashOf(row.salt, detailOf(row.detail));
  if (rowHashOf(row.prevHash ?? '', { ...row, detailHash }) === own) {
    return go(say('altered', 'The hash of this row’s detail was altered.'), { broken: !follows });
  }
  const placed = placeOf(row);
  if (placed !== undefined) {
    return go(say('order', `This row was written as row ${placed}; the order was changed.`));
  }
  if (nextPrev === before.expected) {
    return go(say('inserted', 'This row was put in: the rows around it follow each other without it.'), {
      ...before,
      lastId: row.id,
      broken: false,
    });
  }
  const what = follows
    ? 'Who, when, what or whom this row is about was altered.'
    : 'This row does not follow the one before it, and was altered.';
  return go(say('altered', what), { broken: !follows });
}

/** A whole row that does not follow the one before it: rows are missing between, or the one before is not the true one. */
function gap(row: StoredAuditRow, { earlier, lastId, broken }: Before): readonly Finding[] {
  if (lastId === undefined) {
    const what = 'The beginning of the trail is missing: this is not its first row.';
    return [{ kind: 'missing', rowId: 1, toId: row.id - 1, what }];
  }
  if (!broken && row.prevHash === earlier) {
    return [
      {
        kind: 'inserted',
        rowId: lastId,
        what: 'This row was put in: the rows around it follow each other without it.',
      },
    ];
  }
  if (row.id > lastId + 1) {
    const what = 'Rows are missing here.';
    return [{ kind: 'missing', rowId: lastId + 1, toId: row.id - 1, what }];
  }
  if (broken) return [];
  const what = `This row is not the one that row ${row.id} follows: it was written anew.`;
  return [{ kind: 'replaced', rowId: lastId, what }];
}

/** The id that this row was hashed with, where it is another one near. */
function placeOf(row: StoredAuditRow): number | undefined {
  for (let away = 1; away <= PLACES_TRIED / 2; away += 1) {
    for (const id of [row.id - away, row.id + away]) {
      if (id > 0 && rowHashOf(row.prevHash ?? '', { ...row, id }) === row.hash) return id;
    }
  }
  return undefined;
}
