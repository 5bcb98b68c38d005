import { sql } from 'drizzle-orm';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { PlacementState } from '#shared/domain/placements/types.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import type { exclusionTables } from './exclusion-tables.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** Providers with their week and closures, and the book of places. */
export const providerTables = (
  k: Kit,
  {
    schools,
    pupils,
    exclusions,
  }: ReturnType<typeof schoolTables> & ReturnType<typeof pupilTables> & ReturnType<typeof exclusionTables>,
) => {
  const providers = k.table('providers', {
    id: k.text('id').primaryKey(),
    schoolId: k
      .text('school_id')
      .notNull()
      .references(() => schools.id),
    kind: k.text('kind').$type<ProviderKind>().notNull(),
    name: k.text('name').notNull(),
    address: k.text('address'),
    contactName: k.text('contact_name'),
    contactPhone: k.text('contact_phone'),
    active: k.boolean('active').notNull(),
    version: k.integer('version').notNull(),
  });

  /** The provider's ordinary week: which half days it runs and how many pupils each can take. */
  const providerSessions = k.table(
    'provider_sessions',
    {
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      /** 1 = Monday to 5 = Friday. */
      weekday: k.integer('weekday').notNull(),
      slot: k.text('slot').$type<Slot>().notNull(),
      capacity: k.integer('capacity').notNull(),
      starts: k.text('starts').notNull(),
      ends: k.text('ends').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.providerId, t.weekday, t.slot] }),
      k.check('provider_sessions_weekday', sql`${t.weekday} BETWEEN 1 AND 5`),
      k.check('provider_sessions_slot', sql`${t.slot} IN ('am', 'pm')`),
      k.check('provider_sessions_capacity', sql`${t.capacity} BETWEEN 0 AND 200`),
      k.check('provider_sessions_order', sql`${t.starts} < ${t.ends}`),
    ],
  );

  const providerClosures = k.table(
    'provider_closures',
    {
      id: k.text('id').primaryKey(),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date').notNull(),
      slot: k.text('slot').$type<Slot | 'all'>().notNull(),
      reason: k.text('reason').notNull(),
    },
    (t) => [
      k.index('provider_closures_provider').on(t.providerId),
      k.check('provider_closures_order', sql`${t.fromDate} <= ${t.toDate}`),
      k.check('provider_closures_slot', sql`${t.slot} IN ('am', 'pm', 'all')`),
    ],
  );

  /** A stay: one pupil, one provider, a run of places made in one step. */
  const placements = k.table(
    'placements',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      madeBy: k.text('made_by').notNull(),
      madeAt: k.text('made_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [k.index('placements_exclusion').on(t.exclusionId)],
  );

  /**
   * One pupil in one provider session. `held` places count until `held_until`; cancelled and lapsed ones stay as
   * history. The partial unique index forbids two places at once; a trigger recounts the session (see migrations).
   */
  const places = k.table(
    'places',
    {
      id: k.text('id').primaryKey(),
      placementId: k
        .text('placement_id')
        .notNull()
        .references(() => placements.id),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      date: k.text('date').notNull(),
      slot: k.text('slot').$type<Slot>().notNull(),
      state: k.text('state').$type<PlacementState>().notNull(),
      heldUntil: k.text('held_until'),
      endedReason: k.text('ended_reason'),
      endedBy: k.text('ended_by'),
      endedAt: k.text('ended_at'),
    },
    (t) => [
      k
        .uniqueIndex('places_pupil_once')
        .on(t.pupilId, t.date, t.slot)
        .where(sql`state IN ('held', 'booked')`),
      k.index('places_session').on(t.providerId, t.date, t.slot),
      k.index('places_exclusion').on(t.exclusionId),
      k.index('places_date').on(t.date),
      k.check('places_slot', sql`${t.slot} IN ('am', 'pm')`),
      k.check('places_state', sql`${t.state} IN ('held', 'booked', 'cancelled', 'lapsed')`),
      k.check('places_hold_has_end', sql`${t.state} <> 'held' OR ${t.heldUntil} IS NOT NULL`),
      k.check('places_ended_has_reason', sql`${t.state} <> 'cancelled' OR ${t.endedReason} IS NOT NULL`),
    ],
  );

  return { providers, providerSessions, providerClosures, placements, places };
};
