import { sql } from 'drizzle-orm';
import type { Slot, TermName } from '#shared/domain/calendar/types.ts';
import type { StayTaskKind } from '#shared/domain/placements/types.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import type { exclusionTables } from './exclusion-tables.ts';
import type { Kit } from './kit.ts';
import type { providerTables } from './provider-tables.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

type Known = ReturnType<typeof schoolTables> &
  ReturnType<typeof pupilTables> &
  ReturnType<typeof exclusionTables> &
  ReturnType<typeof providerTables>;

/** What goes with providers and stays: adults, rotas, who is kept apart, stages, and all that a stay owes. */
export const stayTables = (k: Kit, { schools, pupils, exclusions, providers, placements }: Known) => {
  /** An adult of the ordinary week, or a change on one day: there besides, or away. */
  const providerAdults = k.table(
    'provider_adults',
    {
      id: k.text('id').primaryKey(),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      name: k.text('name').notNull(),
      weekday: k.integer('weekday'),
      date: k.text('date'),
      slot: k.text('slot').$type<Slot>().notNull(),
      here: k.boolean('here').notNull(),
    },
    (t) => [
      k.index('provider_adults_provider').on(t.providerId),
      k.check('provider_adults_when', sql`(${t.weekday} IS NULL) <> (${t.date} IS NULL)`),
      k.check('provider_adults_slot', sql`${t.slot} IN ('am', 'pm')`),
    ],
  );

  /** Which centre hosts a rota in which term. */
  const providerHosts = k.table(
    'provider_hosts',
    {
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      schoolYear: k.integer('school_year').notNull(),
      term: k.text('term').$type<TermName>().notNull(),
      host: k.text('host').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.providerId, t.schoolYear, t.term] }),
      k.check('provider_hosts_term', sql`${t.term} IN ('autumn', 'spring', 'summer')`),
    ],
  );

  /** Pupils who are never in one provider session together; `pupil_a` is the smaller id. */
  const keepApart = k.table(
    'keep_apart',
    {
      id: k.text('id').primaryKey(),
      pupilA: k
        .text('pupil_a')
        .notNull()
        .references(() => pupils.id),
      pupilB: k
        .text('pupil_b')
        .notNull()
        .references(() => pupils.id),
      reason: k.text('reason').notNull(),
      fromDate: k.text('from_date').notNull(),
      /** The last day; none while it goes on. */
      toDate: k.text('to_date'),
      madeBy: k.text('made_by').notNull(),
      madeAt: k.text('made_at').notNull(),
    },
    (t) => [
      k.index('keep_apart_b').on(t.pupilB),
      k.index('keep_apart_a').on(t.pupilA),
      k.check('keep_apart_order', sql`${t.pupilA} < ${t.pupilB}`),
      k.check('keep_apart_dates', sql`${t.toDate} IS NULL OR ${t.fromDate} <= ${t.toDate}`),
    ],
  );

  /** Where an itinerary goes by the days of the exclusion: "days 1-2 internal unit, from day 3 PRU". */
  const itineraryStages = k.table(
    'itinerary_stages',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      position: k.integer('position').notNull(),
      exclusionKind: k.text('exclusion_kind').$type<'fixed-period' | 'permanent'>().notNull(),
      fromDay: k.integer('from_day').notNull(),
      toDay: k.integer('to_day'),
      /** One of both: any provider of a kind, or this one. */
      providerKind: k.text('provider_kind').$type<ProviderKind>(),
      providerId: k.text('provider_id').references(() => providers.id),
    },
    (t) => [
      k.index('itinerary_stages_school').on(t.schoolId),
      k.check('itinerary_stages_where', sql`(${t.providerKind} IS NULL) <> (${t.providerId} IS NULL)`),
      k.check(
        'itinerary_stages_days',
        sql`${t.fromDay} >= 1 AND (${t.toDay} IS NULL OR ${t.toDay} >= ${t.fromDay})`,
      ),
    ],
  );

  /** The member of staff whom the referring school sends on a day of a stay. */
  const placementEscorts = k.table(
    'placement_escorts',
    {
      placementId: k
        .text('placement_id')
        .notNull()
        .references(() => placements.id),
      date: k.text('date').notNull(),
      name: k.text('name').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.placementId, t.date] })],
  );

  /** A visit to a pupil who studies at home: planned, then made. Without one the day is work at home and no provision. */
  const homeVisits = k.table(
    'home_visits',
    {
      placementId: k
        .text('placement_id')
        .notNull()
        .references(() => placements.id),
      date: k.text('date').notNull(),
      visitor: k.text('visitor').notNull(),
      made: k.boolean('made').notNull(),
      note: k.text('note'),
    },
    (t) => [k.primaryKey({ columns: [t.placementId, t.date] })],
  );

  /** What is owed around a stay: papers, signatures, work, reviews, the report, sheets, a look after the return. */
  const stayTasks = k.table(
    'stay_tasks',
    {
      id: k.text('id').primaryKey(),
      placementId: k
        .text('placement_id')
        .notNull()
        .references(() => placements.id),
      kind: k.text('kind').$type<StayTaskKind>().notNull(),
      /** Which rule made it, so that it is found again when the stay changes; none where a person added it. */
      ruleKey: k.text('rule_key'),
      title: k.text('title').notNull(),
      dueOn: k.text('due_on'),
      /** A pupil cannot be marked as arrived before it is done. */
      beforeArrival: k.boolean('before_arrival').notNull(),
      doneOn: k.text('done_on'),
      doneBy: k.text('done_by'),
      /** Of work: whether the provider found it suitable. */
      verdict: k.text('verdict').$type<'suitable' | 'unsuitable'>(),
      note: k.text('note'),
      /** No longer owed: the stay was cancelled or changed, or somebody said so. */
      dropped: k.boolean('dropped').notNull(),
      /** Who said so; none when it followed from the stay, and then it comes back with it. */
      droppedBy: k.text('dropped_by'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('stay_tasks_placement').on(t.placementId),
      k.index('stay_tasks_due').on(t.dueOn),
      k.uniqueIndex('stay_tasks_rule').on(t.placementId, t.ruleKey),
      k.check('stay_tasks_done', sql`(${t.doneOn} IS NULL) = (${t.doneBy} IS NULL)`),
    ],
  );

  /** The end-of-placement report; attendance is worked out from the places. */
  const stayReports = k.table('stay_reports', {
    placementId: k
      .text('placement_id')
      .primaryKey()
      .references(() => placements.id),
    work: k.text('work').notNull(),
    behaviour: k.text('behaviour').notNull(),
    nextSteps: k.text('next_steps').notNull(),
    finishedOn: k.text('finished_on'),
    finishedBy: k.text('finished_by'),
    version: k.integer('version').notNull(),
  });

  /** Sessions of a course done at a stay; the next stay goes on from there. */
  const courseSessions = k.table(
    'course_sessions',
    {
      id: k.text('id').primaryKey(),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      placementId: k
        .text('placement_id')
        .notNull()
        .references(() => placements.id),
      course: k.text('course').notNull(),
      /** How many the whole course has. */
      total: k.integer('total').notNull(),
      done: k.integer('done').notNull(),
      onDate: k.text('on_date').notNull(),
      recordedBy: k.text('recorded_by').notNull(),
    },
    (t) => [
      k.index('course_sessions_pupil').on(t.pupilId),
      k.check('course_sessions_done', sql`${t.done} >= 1`),
    ],
  );

  /** Pupils waiting for a place at a provider that had none. */
  const waitList = k.table(
    'wait_list',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      providerId: k
        .text('provider_id')
        .notNull()
        .references(() => providers.id),
      askedAt: k.text('asked_at').notNull(),
      askedBy: k.text('asked_by').notNull(),
      endedAt: k.text('ended_at'),
      endedAs: k.text('ended_as').$type<'placed' | 'left'>(),
    },
    (t) => [
      k.index('wait_list_provider').on(t.providerId),
      k
        .uniqueIndex('wait_list_once')
        .on(t.exclusionId, t.providerId)
        .where(sql`ended_at IS NULL`),
      k.check('wait_list_ended', sql`(${t.endedAt} IS NULL) = (${t.endedAs} IS NULL)`),
    ],
  );

  /** "No place found" as evidence: whom we asked, when, and what they said. */
  const placeEnquiries = k.table(
    'place_enquiries',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      providerId: k.text('provider_id').references(() => providers.id),
      /** As it was called then, also of a provider that is not in the list. */
      providerName: k.text('provider_name').notNull(),
      askedOn: k.text('asked_on').notNull(),
      askedBy: k.text('asked_by').notNull(),
      answer: k.text('answer').$type<'no-place' | 'refused' | 'no-answer' | 'offered-later'>().notNull(),
      note: k.text('note'),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date').notNull(),
      recordedAt: k.text('recorded_at').notNull(),
    },
    (t) => [k.index('place_enquiries_exclusion').on(t.exclusionId)],
  );

  return {
    providerAdults,
    providerHosts,
    keepApart,
    itineraryStages,
    placementEscorts,
    homeVisits,
    stayTasks,
    stayReports,
    courseSessions,
    waitList,
    placeEnquiries,
  };
};
