import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Duty } from './types.ts';

/** A duty as it is kept with its case. Missing parts may be `null`, as they come from a table. */
export type StoredDuty = {
  readonly [Field in keyof Duty]: Duty[Field] | (undefined extends Duty[Field] ? null : never);
} & {
  readonly owed: boolean;
  /** The day on which it was done; a row with one is never removed and never marked as not done here. */
  readonly fulfilledOn?: IsoDate | null;
};

/** What a change of the record did to one duty; `afterDue` is missing where there is no day (any more). */
export interface DutyChange {
  readonly key: string;
  readonly change: 'added' | 'moved' | 'no-longer-owed' | 'owed-again';
  readonly beforeDue?: IsoDate;
  readonly afterDue?: IsoDate;
}

export interface Reconciled {
  /** Duties without a row. */
  readonly insert: readonly Duty[];
  /** Rows that differ, with `owed` as it now is; what was noted as done stays in the row as it is. */
  readonly update: readonly (Duty & { readonly owed: boolean })[];
  /** What people are told; empty at the first computation. */
  readonly changes: readonly DutyChange[];
}

const FIELDS = [
  'party',
  'owedBy',
  'basis',
  'withoutDelay',
  'dueBy',
  'dueSlot',
  'notBefore',
  'working',
  'source',
  'certainty',
  'reading',
] as const satisfies readonly (keyof Duty)[];

const MOVES = ['dueBy', 'dueSlot', 'notBefore'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The same value, whatever order a database gives the fields of an object back in; what is missing is as `null`. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => isSame(a[field], b[field]));
}

const differs = (stored: StoredDuty, duty: Duty, fields: readonly (keyof Duty)[]): boolean =>
  fields.some((field) => !isSame(stored[field], duty[field]));

const days = (
  before: StoredDuty | undefined,
  after: Duty | undefined,
): Omit<DutyChange, 'key' | 'change'> => ({
  ...(typeof before?.dueBy === 'string' ? { beforeDue: before.dueBy } : {}),
  ...(after?.dueBy === undefined ? {} : { afterDue: after.dueBy }),
});

/** The row as a duty: without nulls, done or not, owed or not. */
function asDuty(stored: StoredDuty): Duty {
  const { key, party, owedBy, basis, withoutDelay, working, source, certainty } = stored;
  const { dueBy, dueSlot, notBefore, reading } = stored;
  return {
    key,
    party,
    owedBy,
    basis,
    withoutDelay,
    working,
    source,
    certainty,
    ...(typeof dueBy === 'string' ? { dueBy } : {}),
    ...(typeof dueSlot === 'string' ? { dueSlot } : {}),
    ...(typeof notBefore === 'string' ? { notBefore } : {}),
    ...(typeof reading === 'string' ? { reading } : {}),
  };
}

/**
 * Brings the kept duties of a case in line with the computed ones. Running it again on its own outcome changes
 * nothing. A row that is no longer owed is kept with `owed: false`; one that was done is never lost, and what happens
 * to its day afterwards is not reported as a change.
 */
export function reconcileDuties(stored: readonly StoredDuty[], computed: readonly Duty[]): Reconciled {
  const rows = new Map(stored.map((row) => [row.key, row]));
  const insert: Duty[] = [];
  const update: (Duty & { owed: boolean })[] = [];
  const changes: DutyChange[] = [];
  for (const duty of computed) {
    const row = rows.get(duty.key);
    rows.delete(duty.key);
    const { key } = duty;
    if (row === undefined) {
      insert.push(duty);
      if (stored.length > 0) changes.push({ key, change: 'added', ...days(undefined, duty) });
      continue;
    }
    if (row.owed && !differs(row, duty, FIELDS)) continue;
    update.push({ ...duty, owed: true });
    if (typeof row.fulfilledOn === 'string') continue;
    if (!row.owed) changes.push({ key, change: 'owed-again', ...days(row, duty) });
    else if (differs(row, duty, MOVES)) changes.push({ key, change: 'moved', ...days(row, duty) });
  }
  for (const row of rows.values()) {
    if (!row.owed) continue;
    update.push({ ...asDuty(row), owed: false });
    if (typeof row.fulfilledOn === 'string') continue;
    changes.push({ key: row.key, change: 'no-longer-owed', ...days(row, undefined) });
  }
  return { insert, update, changes };
}
