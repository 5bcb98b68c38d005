import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import { insertAll } from './insert-all.ts';

/** What a stay owes, as kept. */
export type StayTaskRecord = Db['tables']['stayTasks']['$inferSelect'];

const IDS_AT_ONCE = 500;

/** All tasks of stays, dropped ones too, those without a day last, then in the order of titles. */
export async function readStayTasks(
  db: Db,
  placementIds: readonly string[],
): Promise<readonly StayTaskRecord[]> {
  const { stayTasks } = db.tables;
  const rows: StayTaskRecord[] = [];
  for (const ids of inChunks(placementIds, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select()
        .from(stayTasks)
        .where(inArray(stayTasks.placementId, [...ids]))
        .orderBy(
          sql`${stayTasks.dueOn} IS NULL`,
          asc(stayTasks.dueOn),
          asc(stayTasks.title),
          asc(stayTasks.id),
        )),
    );
  }
  return rows;
}

/** One task; undefined when there is none of that id. */
export async function readStayTask(db: Db, id: string): Promise<StayTaskRecord | undefined> {
  const { stayTasks } = db.tables;
  const [row] = await db.select().from(stayTasks).where(eq(stayTasks.id, id));
  return row;
}

/** What is neither done nor dropped and due by a day, or without a day: the stays' ids and the tasks, soonest first. */
export async function readOpenStayTasks(db: Db, dueBy: IsoDate): Promise<readonly StayTaskRecord[]> {
  const { stayTasks } = db.tables;
  return db
    .select()
    .from(stayTasks)
    .where(
      and(
        eq(stayTasks.dropped, false),
        isNull(stayTasks.doneOn),
        or(isNull(stayTasks.dueOn), lte(stayTasks.dueOn, dueBy)),
      ),
    )
    .orderBy(sql`${stayTasks.dueOn} IS NULL`, asc(stayTasks.dueOn), asc(stayTasks.title), asc(stayTasks.id));
}

type NewStayTask = Omit<
  StayTaskRecord,
  'doneOn' | 'doneBy' | 'verdict' | 'note' | 'dropped' | 'droppedBy' | 'version'
>;

/** Adds open tasks, version 1. */
export async function insertStayTasks(db: Db, tasks: readonly NewStayTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await insertAll(
    db,
    db.tables.stayTasks,
    tasks.map((task) => ({ ...task, dropped: false, version: 1 })),
  );
}

/** Changes a task and gives it the next version. */
export async function updateStayTask(
  db: Db,
  id: string,
  set: Partial<Omit<StayTaskRecord, 'id' | 'placementId' | 'version'>>,
): Promise<void> {
  const { stayTasks } = db.tables;
  await db
    .update(stayTasks)
    .set({ ...set, version: sql`${stayTasks.version} + 1` })
    .where(eq(stayTasks.id, id));
}
