import { sql } from 'drizzle-orm';
import type { TermName } from '#shared/domain/calendar/types.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import type { Kit } from './kit.ts';

/** The termly grids of pupils at risk that schools sent to the authority. */
export const riskGridTables = (k: Kit) => {
  const riskGrids = k.table(
    'risk_grids',
    {
      id: k.text('id').primaryKey(),
      laEstab: k.text('la_estab').notNull(),
      schoolName: k.text('school_name').notNull(),
      schoolYear: k.integer('school_year').notNull(),
      term: k.text('term').$type<TermName>().notNull(),
      /** When the school made it; of two of one term the later one counts. */
      madeAt: k.text('made_at').notNull(),
      pupilsOnRoll: k.integer('pupils_on_roll').notNull(),
      /** By what the school put pupils on its register. */
      criteria: k.json<GridCriteria>('criteria').notNull(),
      fileName: k.text('file_name').notNull(),
      sha256: k.text('sha256').notNull(),
      /** Not replaced by a later one of the same term. */
      current: k.boolean('current').notNull(),
      receivedBy: k.text('received_by').notNull(),
      receivedAt: k.text('received_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('risk_grids_current').on(t.laEstab, t.schoolYear, t.term).where(sql.raw('current')),
      k.check('risk_grids_term', sql`${t.term} IN ('autumn', 'spring', 'summer')`),
    ],
  );

  const riskGridRows = k.table(
    'risk_grid_rows',
    {
      gridId: k
        .text('grid_id')
        .notNull()
        .references(() => riskGrids.id),
      position: k.integer('position').notNull(),
      upn: k.text('upn').notNull(),
      name: k.text('name').notNull(),
      ncYear: k.text('nc_year'),
      categories: k.json<readonly string[]>('categories').notNull(),
      level: k.text('level'),
      why: k.json<readonly string[]>('why').notNull(),
      since: k.text('since').notNull(),
      keyWorker: k.text('key_worker'),
      keyWorkerRole: k.text('key_worker_role'),
      /** What was done for the pupil in the term. */
      done: k.text('done'),
      reviewOn: k.text('review_on'),
      signedOffOn: k.text('signed_off_on'),
      signedOffWhy: k.text('signed_off_why'),
    },
    (t) => [k.primaryKey({ columns: [t.gridId, t.position] }), k.index('risk_grid_rows_upn').on(t.upn)],
  );

  return { riskGrids, riskGridRows };
};
