import type { Kit } from './kit.ts';

/** What several PCs at one database need to know of each other. */
export const sharedTables = (k: Kit) => {
  /**
   * Commands that were done and carried an id of their own: sent a second time (the answer was lost on the way) they are
   * answered from here and not done again.
   */
  const commandReceipts = k.table(
    'command_receipts',
    {
      id: k.text('id').primaryKey(),
      operation: k.text('operation').notNull(),
      userName: k.text('user_name').notNull(),
      at: k.text('at').notNull(),
      /** What the command answered. */
      result: k.json<unknown>('result').notNull(),
    },
    (t) => [k.index('command_receipts_at').on(t.at)],
  );

  /** Who has which record open to change it, at which window; `seen_at` says that the window still lives. */
  const editing = k.table(
    'editing',
    {
      subjectType: k.text('subject_type').notNull(),
      subjectId: k.text('subject_id').notNull(),
      windowId: k.text('window_id').notNull(),
      userName: k.text('user_name').notNull(),
      since: k.text('since').notNull(),
      seenAt: k.text('seen_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subjectType, t.subjectId, t.windowId] })],
  );

  return { commandReceipts, editing };
};
