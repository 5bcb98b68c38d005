import { sql } from 'drizzle-orm';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind, ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** Exclusions, their reasons and, once issued, the half days they take. */
export const exclusionTables = (
  k: Kit,
  { schools, pupils }: ReturnType<typeof schoolTables> & ReturnType<typeof pupilTables>,
) => {
  const exclusions = k.table(
    'exclusions',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      kind: k.text('kind').$type<ExclusionKind>().notNull(),
      state: k.text('state').$type<ExclusionState>().notNull(),
      ruleSet: k.text('rule_set').notNull(),
      startDate: k.text('start_date'),
      startSlot: k.text('start_slot').$type<Slot>(),
      endDate: k.text('end_date'),
      endSlot: k.text('end_slot').$type<Slot>(),
      /** Half days out; for a lunchtime exclusion the number of lunchtimes; none for a permanent one. */
      halfDays: k.integer('half_days'),
      incidentOn: k.text('incident_on'),
      incidentAt: k.text('incident_at'),
      incidentPlace: k.text('incident_place'),
      incidentAccount: k.text('incident_account'),
      decidedBy: k.text('decided_by'),
      senProvision: k.text('sen_provision'),
      inCare: k.boolean('in_care').notNull(),
      recordedBy: k.text('recorded_by').notNull(),
      recordedAt: k.text('recorded_at').notNull(),
      issuedBy: k.text('issued_by'),
      issuedAt: k.text('issued_at'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('exclusions_pupil').on(t.pupilId),
      k.index('exclusions_start').on(t.schoolId, t.state, t.startDate),
      k.check('exclusions_kind', sql`${t.kind} IN ('fixed-period', 'permanent', 'lunchtime')`),
      k.check('exclusions_state', sql`${t.state} IN ('draft', 'issued')`),
      k.check(
        'exclusions_issued_whole',
        sql`${t.state} = 'draft' OR (${t.startDate} IS NOT NULL AND ${t.startSlot} IS NOT NULL AND ${t.decidedBy} IS NOT NULL AND ${t.issuedAt} IS NOT NULL)`,
      ),
      k.check(
        'exclusions_length',
        sql`${t.state} = 'draft' OR (${t.kind} = 'permanent' AND ${t.halfDays} IS NULL) OR (${t.kind} <> 'permanent' AND ${t.halfDays} IS NOT NULL AND ${t.halfDays} BETWEEN 1 AND 90 AND ${t.endDate} IS NOT NULL AND ${t.endSlot} IS NOT NULL AND ${t.endDate} >= ${t.startDate})`,
      ),
    ],
  );

  const exclusionReasons = k.table(
    'exclusion_reasons',
    {
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      position: k.integer('position').notNull(),
      code: k.text('code').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.exclusionId, t.position] }),
      k.uniqueIndex('exclusion_reasons_once').on(t.exclusionId, t.code),
      k.check('exclusion_reasons_position', sql`${t.position} BETWEEN 1 AND 3`),
    ],
  );

  /** One row a half day of an issued exclusion; the unique index keeps two exclusions of a pupil apart. */
  const exclusionHalfDays = k.table(
    'exclusion_half_days',
    {
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      date: k.text('date').notNull(),
      slot: k.text('slot').$type<Slot | 'lunch'>().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.pupilId, t.date, t.slot] }),
      k.index('exclusion_half_days_exclusion').on(t.exclusionId),
      k.index('exclusion_half_days_date').on(t.date),
      k.check('exclusion_half_days_slot', sql`${t.slot} IN ('am', 'pm', 'lunch')`),
    ],
  );

  return { exclusions, exclusionReasons, exclusionHalfDays };
};
