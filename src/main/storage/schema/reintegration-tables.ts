import { sql } from 'drizzle-orm';
import type { ReintegrationStepKind } from '#shared/domain/reintegration/types.ts';
import type { PupilHistory } from '#shared/domain/transfer/types.ts';
import type { exclusionTables } from './exclusion-tables.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';

/** The way back after an exclusion, and what came with a pupil from the school before. */
export const reintegrationTables = (
  k: Kit,
  { pupils, exclusions }: ReturnType<typeof pupilTables> & ReturnType<typeof exclusionTables>,
) => {
  const reintegrations = k.table(
    'reintegrations',
    {
      exclusionId: k
        .text('exclusion_id')
        .primaryKey()
        .references(() => exclusions.id),
      invitedOn: k.text('invited_on'),
      invitedHow: k.text('invited_how'),
      /** When the meeting is to be. */
      meetingOn: k.text('meeting_on'),
      meetingAt: k.text('meeting_at'),
      heldOn: k.text('held_on'),
      present: k.text('present'),
      agreed: k.text('agreed'),
      /** What helped this pupil: shown when the next exclusion is recorded. */
      whatWorked: k.text('what_worked'),
      recordedBy: k.text('recorded_by').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [k.check('reintegrations_held', sql`${t.heldOn} IS NULL OR ${t.present} IS NOT NULL`)],
  );

  /** What follows a meeting: looking in after one and four weeks, a part-time return, a restorative meeting. */
  const reintegrationSteps = k.table(
    'reintegration_steps',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      kind: k.text('kind').$type<ReintegrationStepKind>().notNull(),
      /** Who sees to it. */
      who: k.text('who').notNull(),
      fromDate: k.text('from_date'),
      /** When it is due; of a part-time return, its last day. */
      dueOn: k.text('due_on').notNull(),
      detail: k.text('detail'),
      doneOn: k.text('done_on'),
      outcome: k.text('outcome'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('reintegration_steps_case').on(t.exclusionId),
      k.index('reintegration_steps_due').on(t.dueOn),
      k.check(
        'reintegration_steps_kind',
        sql`${t.kind} IN ('one-week', 'four-weeks', 'part-time', 'restorative', 'other')`,
      ),
      k.check(
        'reintegration_steps_part_time',
        sql`${t.kind} <> 'part-time' OR (${t.fromDate} IS NOT NULL AND ${t.fromDate} <= ${t.dueOn})`,
      ),
    ],
  );

  /** What the school before handed on in a file: its exclusions, placements and support. */
  const earlierRecords = k.table(
    'earlier_records',
    {
      id: k.text('id').primaryKey(),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      fromSchool: k.text('from_school').notNull(),
      fromLaEstab: k.text('from_la_estab').notNull(),
      madeOn: k.text('made_on').notNull(),
      sha256: k.text('sha256').notNull(),
      history: k.json<PupilHistory>('history').notNull(),
      importedBy: k.text('imported_by').notNull(),
      importedAt: k.text('imported_at').notNull(),
    },
    (t) => [k.uniqueIndex('earlier_records_school').on(t.pupilId, t.fromLaEstab)],
  );

  return { reintegrations, reintegrationSteps, earlierRecords };
};
