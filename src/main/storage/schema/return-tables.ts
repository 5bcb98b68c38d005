import { sql } from 'drizzle-orm';
import type { ReturnCounts, ReturnFormat } from '#shared/domain/returns/types.ts';
import type { Kit } from './kit.ts';
import type { schoolTables } from './school-tables.ts';

/** Returns the school has sent, returns the authority has received, and the audit trail. */
export const returnTables = (k: Kit, { schools }: ReturnType<typeof schoolTables>) => {
  /** The receipt of each export. `version` counts the exports of one period. */
  const returns = k.table(
    'returns',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      periodName: k.text('period_name').notNull(),
      version: k.integer('version').notNull(),
      format: k.text('format').$type<ReturnFormat>().notNull(),
      fileName: k.text('file_name').notNull(),
      sha256: k.text('sha256').notNull(),
      nil: k.boolean('nil').notNull(),
      counts: k.json<ReturnCounts>('counts').notNull(),
      exportedBy: k.text('exported_by').notNull(),
      exportedAt: k.text('exported_at').notNull(),
    },
    (t) => [k.uniqueIndex('returns_version').on(t.schoolId, t.periodFrom, t.periodTo, t.version)],
  );

  /** A file the authority accepted. A newer file of the same school and period replaces the older one. */
  const receivedReturns = k.table(
    'received_returns',
    {
      id: k.text('id').primaryKey(),
      laEstab: k.text('la_estab').notNull(),
      schoolName: k.text('school_name').notNull(),
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      periodName: k.text('period_name').notNull(),
      format: k.text('format').$type<ReturnFormat>().notNull(),
      fileName: k.text('file_name').notNull(),
      sha256: k.text('sha256').notNull().unique(),
      createdAt: k.text('created_at').notNull(),
      nil: k.boolean('nil').notNull(),
      current: k.boolean('current').notNull(),
      counts: k.json<ReturnCounts>('counts').notNull(),
      receivedBy: k.text('received_by').notNull(),
      receivedAt: k.text('received_at').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('received_returns_current')
        .on(t.laEstab, t.periodFrom, t.periodTo)
        .where(sql.raw('current')),
    ],
  );

  const receivedExclusions = k.table(
    'received_exclusions',
    {
      returnId: k
        .text('return_id')
        .notNull()
        .references(() => receivedReturns.id),
      position: k.integer('position').notNull(),
      upn: k.text('upn').notNull(),
      surname: k.text('surname').notNull(),
      forename: k.text('forename').notNull(),
      sex: k.text('sex').notNull(),
      dob: k.text('dob').notNull(),
      ncYear: k.text('nc_year'),
      onRoll: k.boolean('on_roll').notNull(),
      category: k.text('category').notNull(),
      reasons: k.json<readonly string[]>('reasons').notNull(),
      startDate: k.text('start_date').notNull(),
      sessions: k.integer('sessions'),
      inCare: k.boolean('in_care'),
      senProvision: k.text('sen_provision'),
    },
    (t) => [
      k.primaryKey({ columns: [t.returnId, t.position] }),
      k.index('received_exclusions_start').on(t.startDate),
      k.check('received_exclusions_sessions', sql`${t.sessions} IS NULL OR ${t.sessions} BETWEEN 1 AND 99`),
    ],
  );

  /** Append-only (by trigger): who did what, when. `detail` is a self-contained snapshot of the command. */
  const audit = k.table(
    'audit',
    {
      id: k.sequence('id'),
      at: k.text('at').notNull(),
      userName: k.text('user_name').notNull(),
      role: k.text('role').notNull(),
      operation: k.text('operation').notNull(),
      subjectType: k.text('subject_type'),
      subjectId: k.text('subject_id'),
      detail: k.json<unknown>('detail'),
    },
    (t) => [k.index('audit_subject').on(t.subjectType, t.subjectId)],
  );

  return { returns, receivedReturns, receivedExclusions, audit };
};
