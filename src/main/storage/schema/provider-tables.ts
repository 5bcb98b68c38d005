import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type {
  AttendanceReason,
  CancelCode,
  PlaceOutcome,
  PlacementPurpose,
  PlacementState,
  PupilGroup,
} from '#shared/domain/placements/types.ts';
import type { ProviderKind, ProviderRules } from '#shared/domain/providers/types.ts';
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
    /** The other school of a reciprocal arrangement. */
    partnerSchoolId: k.text('partner_school_id').references(() => schools.id),
    /** Distinct pupils in a week, and places in one session for pupils of one school; guarded by triggers. */
    weekCapacity: k.integer('week_capacity'),
    schoolShare: k.integer('school_share'),
    /** Everything else it asks for; none for a provider of before there were rules. */
    rules: k.json<ProviderRules>('rules'),
    version: k.integer('version').notNull(),
    /** Every school of a shared database may book there; on one PC it changes nothing. */
    shared: k.boolean('shared').notNull().default(false),
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
      /** How many places are out of use; null when it is closed. */
      places: k.integer('places'),
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
      /** None for a pupil who is not excluded by our school: on a break, or hosted for another school. */
      exclusionId: k.text('exclusion_id').references(() => exclusions.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      purpose: k.text('purpose').$type<PlacementPurpose>().notNull(),
      /** The school that sends the pupil. */
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      pupilGroup: k.text('pupil_group').$type<PupilGroup>().notNull(),
      /** First and last day as first booked: kept when the stay is moved, shortened or lengthened. */
      expectedFrom: k.text('expected_from').notNull(),
      expectedTo: k.text('expected_to').notNull(),
      /** The stay that this one took over from. */
      movedFromId: k.text('moved_from_id').references((): AnySQLiteColumn => placements.id),
      /** Where the parents may choose. */
      parentChoice: k.text('parent_choice').$type<'attend' | 'home'>(),
      parentChoiceOn: k.text('parent_choice_on'),
      /** Rules that were waived when it was booked, by whom and why. */
      overrideReason: k.text('override_reason'),
      overrideBy: k.text('override_by'),
      madeBy: k.text('made_by').notNull(),
      madeAt: k.text('made_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('placements_exclusion').on(t.exclusionId),
      k.index('placements_pupil').on(t.pupilId),
      k.check('placements_purpose', sql`${t.purpose} IN ('exclusion', 'respite', 'visiting')`),
      k.check('placements_exclusion_of', sql`(${t.purpose} = 'exclusion') = (${t.exclusionId} IS NOT NULL)`),
      k.check('placements_group', sql`${t.pupilGroup} IN ('primary', 'secondary', 'long-term')`),
      k.check('placements_expected', sql`${t.expectedFrom} <= ${t.expectedTo}`),
      k.check('placements_choice', sql`(${t.parentChoice} IS NULL) = (${t.parentChoiceOn} IS NULL)`),
      k.check('placements_override', sql`(${t.overrideReason} IS NULL) = (${t.overrideBy} IS NULL)`),
    ],
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
      exclusionId: k.text('exclusion_id').references(() => exclusions.id),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      /** The school that sends the pupil, as in the placement: its share is counted. */
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      date: k.text('date').notNull(),
      slot: k.text('slot').$type<Slot>().notNull(),
      state: k.text('state').$type<PlacementState>().notNull(),
      heldUntil: k.text('held_until'),
      endedCode: k.text('ended_code').$type<CancelCode>(),
      endedReason: k.text('ended_reason'),
      endedBy: k.text('ended_by'),
      endedAt: k.text('ended_at'),
      /** What came of it; none until it is marked. Times are `HH:MM`. */
      outcome: k.text('outcome').$type<PlaceOutcome>(),
      outcomeReason: k.text('outcome_reason').$type<AttendanceReason>(),
      outcomeNote: k.text('outcome_note'),
      arrivedAt: k.text('arrived_at'),
      leftAt: k.text('left_at'),
      markedBy: k.text('marked_by'),
      markedAt: k.text('marked_at'),
    },
    (t) => [
      k
        .uniqueIndex('places_pupil_once')
        .on(t.pupilId, t.date, t.slot)
        .where(sql`state IN ('held', 'booked')`),
      k.index('places_session').on(t.providerId, t.date, t.slot),
      k.index('places_exclusion').on(t.exclusionId),
      k.index('places_placement').on(t.placementId),
      /** All that the search for free places reads, the state too: it answers from the index alone. */
      k
        .index('places_taken')
        .on(t.date, t.slot, t.providerId, t.state)
        .where(sql`state IN ('held', 'booked')`),
      /** Holds by when they run out: each change of places first marks those that have. */
      k
        .index('places_holds')
        .on(t.heldUntil)
        .where(sql`state = 'held'`),
      k.check(
        'places_outcome',
        sql`${t.outcome} IS NULL OR ${t.outcome} IN ('attended', 'absent', 'declined', 'excluded-from-centre')`,
      ),
      k.check('places_marked', sql`(${t.outcome} IS NULL) = (${t.markedAt} IS NULL)`),
      k.check('places_slot', sql`${t.slot} IN ('am', 'pm')`),
      k.check('places_state', sql`${t.state} IN ('held', 'booked', 'cancelled', 'lapsed')`),
      k.check('places_hold_has_end', sql`${t.state} <> 'held' OR ${t.heldUntil} IS NOT NULL`),
      k.check('places_ended_has_reason', sql`${t.state} <> 'cancelled' OR ${t.endedReason} IS NOT NULL`),
    ],
  );

  return { providers, providerSessions, providerClosures, placements, places };
};
