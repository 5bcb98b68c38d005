import { sql } from 'drizzle-orm';
import type { Kit } from './kit.ts';

/** Who did what, when: append-only by trigger, each row chained to the one before by its hash. */
export const auditTables = (k: Kit) => {
  /**
   * `detail` is a self-contained snapshot of the command. The hash covers a hash of the detail with its salt, not the
   * detail itself: erasing both (the only change that the trigger lets through) leaves the chain whole. Rows without a
   * hash are older than the chain.
   */
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
      userId: k.text('user_id'),
      /** done, refused, seen (a record viewed), left (exported or printed). */
      outcome: k.text('outcome').$type<'done' | 'refused' | 'seen' | 'left'>(),
      /** Whom it was about, where it was one pupil. */
      pupilId: k.text('pupil_id'),
      salt: k.text('salt'),
      detailHash: k.text('detail_hash'),
      prevHash: k.text('prev_hash'),
      hash: k.text('hash'),
    },
    // Rows of one value lie in the order of their ids there, so that the newest of them are read without sorting.
    (t) => [
      k.index('audit_subject').on(t.subjectType, t.subjectId),
      k.index('audit_pupil').on(t.pupilId),
      k.index('audit_user').on(t.userName, t.operation),
      k.index('audit_operation').on(t.operation),
      k.index('audit_at').on(t.at),
      // Nearly every row is of something done: an index of the others costs those nothing.
      k
        .index('audit_unusual')
        .on(t.outcome)
        .where(sql`${t.outcome} <> 'done'`),
    ],
  );

  /**
   * The end of the chain, so that a missing tail is noticed and appending reads one row. One row on one PC; in a shared
   * database one a workspace, with its number, kept by a trigger.
   */
  const auditHead = k.table(
    'audit_head',
    {
      id: k.integer('id').primaryKey(),
      /** Rows in the chain, and the id and hash of the last. */
      length: k.integer('length').notNull(),
      lastId: k.integer('last_id').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.check('audit_head_one', sql`${t.id} = 1`)],
  );

  return { audit, auditHead };
};
