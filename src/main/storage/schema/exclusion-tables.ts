import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ChainLink, ExclusionKind, ExclusionState } from '#shared/domain/exclusions/types.ts';
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
      incidentLesson: k.text('incident_lesson'),
      decidedBy: k.text('decided_by'),
      /** The day of the decision; it must fall in the dates of the head or acting head who decided. */
      decidedOn: k.text('decided_on'),
      /** The exclusion that this one is chained to, and how. */
      followsId: k.text('follows_id').references((): AnySQLiteColumn => exclusions.id),
      followsAs: k.text('follows_as').$type<ChainLink>(),
      /** The first session that was given back, when the case was cancelled, withdrawn, reinstated or made permanent. */
      stoppedOn: k.text('stopped_on'),
      stoppedSlot: k.text('stopped_slot').$type<Slot>(),
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
      k.index('exclusions_follows').on(t.followsId),
      k.check(
        'exclusions_state',
        sql`${t.state} IN ('draft', 'issued', 'upheld', 'reinstated', 'overturned', 'cancelled', 'withdrawn', 'ended')`,
      ),
      k.check(
        'exclusions_chain',
        sql`(${t.followsId} IS NULL) = (${t.followsAs} IS NULL) AND (${t.followsAs} IS NULL OR ${t.followsAs} IN ('further', 'extension', 'conversion'))`,
      ),
      k.check('exclusions_stopped', sql`(${t.stoppedOn} IS NULL) = (${t.stoppedSlot} IS NULL)`),
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

  /**
   * One row a half day of an issued exclusion; the unique index keeps two exclusions of a pupil apart. Half days that
   * were given back (cancelled, withdrawn, reinstated) stay as history and count nowhere.
   */
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
      givenBack: k.boolean('given_back').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.exclusionId, t.date, t.slot] }),
      k.uniqueIndex('exclusion_half_days_once').on(t.pupilId, t.date, t.slot).where(k.isFalse(t.givenBack)),
      k.index('exclusion_half_days_date').on(t.date),
      k.check('exclusion_half_days_slot', sql`${t.slot} IN ('am', 'pm', 'lunch')`),
    ],
  );

  return { exclusions, exclusionReasons, exclusionHalfDays };
};
