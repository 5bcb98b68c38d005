import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PupilKind } from '#shared/domain/privacy/types.ts';
import type { Db } from '../store.ts';
import { deleteDraft } from '../repositories/exclusions.ts';
import { PERSONAL_NAMES, personal, whereOf, type PersonalRow } from './read-personal.ts';
import type { PersonalName } from './personal-tables.ts';
import type { SubjectKeys } from './subject-keys.ts';
import { ERASED, type Stand, type Treatment } from './treatments.ts';

interface Erasing {
  readonly keys: SubjectKeys;
  readonly stand: Stand;
  /** Left out: all that is held. Else only tables of this kind. */
  readonly kind?: PupilKind | undefined;
}

/** Rows that were removed or emptied, by table. */
export type ErasedCounts = Readonly<Record<string, number>>;

/**
 * Takes a pupil's personal data out of every table: texts become "(erased)", names and numbers what stands for them,
 * rows that no figure counts go. Drafts go whole. The erasure's own record is its caller's to write.
 */
export async function erasePersonal(db: Db, { keys, stand, kind }: Erasing): Promise<ErasedCounts> {
  const counts: Record<string, number> = {};
  if (kind === undefined) {
    const drafts = await removeDrafts(db, keys);
    if (drafts > 0) counts['drafts'] = drafts;
  }
  for (const name of PERSONAL_NAMES) {
    // Details of the trail are erased by those who keep its chain.
    if (name === 'audit' || (kind !== undefined && personal(db, name).entry.kind !== kind)) continue;
    let touched = 0;
    for (const where of whereOf(db, name, keys, [])) touched += await eraseRows(db, name, where, stand);
    if (touched > 0) counts[name] = touched;
  }
  return counts;
}

async function removeDrafts(db: Db, { exclusion }: SubjectKeys): Promise<number> {
  if (exclusion.length === 0) return 0;
  const { exclusions, letters } = db.tables;
  const drafts = await db
    .select({ id: exclusions.id })
    .from(exclusions)
    .where(and(inArray(exclusions.id, [...exclusion]), eq(exclusions.state, 'draft')));
  for (const { id } of drafts) {
    await db.delete(letters).where(eq(letters.exclusionId, id));
    await deleteDraft(db, id);
  }
  return drafts.length;
}

async function eraseRows(db: Db, name: PersonalName, where: SQL, stand: Stand): Promise<number> {
  const { entry, columns, treated, table } = personal(db, name);
  const rows = (await db.select().from(table).where(where)) as PersonalRow[];
  if (rows.length === 0) return 0;
  if (entry.removed) {
    await db.delete(table).where(where);
    return rows.length;
  }
  const set = sameForAll(treated, columns);
  if (!Object.values(treated).some(({ is }) => is === 'changed')) {
    if (Object.keys(set).length === 0) return 0;
    await db.update(table).set(set).where(where);
    return rows.length;
  }
  let touched = 0;
  for (const row of rows) {
    const own = keyOf(entry.key ?? [], columns, row);
    await db
      .update(table)
      .set({ ...set, ...changedValues(treated, row, stand) })
      .where(own);
    touched += 1;
  }
  return touched;
}

type Treated = Readonly<Record<string, Treatment>>;

/** What is set to the same in every row: nothing where it is `gone`, "(erased)" where there was a text. */
function sameForAll(treated: Treated, columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(treated).flatMap(([name, { is }]): [string, unknown][] => {
      if (is === 'gone') return [[name, null]];
      if (is !== 'text') return [];
      const column = columns[name];
      return [[name, sql`CASE WHEN ${column} IS NULL OR ${column} = '' THEN ${column} ELSE ${ERASED} END`]];
    }),
  );
}

const changedValues = (treated: Treated, row: PersonalRow, stand: Stand): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(treated).flatMap(([name, treatment]) =>
      treatment.is !== 'changed' || row[name] === null ? [] : [[name, treatment.to(row[name], stand)]],
    ),
  );

function keyOf(
  key: readonly string[],
  columns: ReturnType<typeof personal>['columns'],
  row: PersonalRow,
): SQL | undefined {
  if (key.length === 0) throw new Error('A table with changed columns needs its key.');
  return and(
    ...key.map((name) => {
      const column = columns[name];
      if (column === undefined) throw new Error(`There is no column ${name}.`);
      return eq(column, row[name]);
    }),
  );
}
