import { sql } from 'drizzle-orm';
import type { ParentInvolvement, ReferralState, TargetState } from '#shared/domain/support/types.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** What is done for pupils at risk: plans with targets, agencies and referrals to them, the inclusion panel. */
export const planTables = (
  k: Kit,
  { schools, pupils }: ReturnType<typeof schoolTables> & ReturnType<typeof pupilTables>,
) => {
  const ofPupil = () =>
    k
      .text('pupil_id')
      .notNull()
      .references(() => pupils.id);

  /** A plan of support of a pupil, one open at a time; it follows the pupil from place to place. */
  const supportPlans = k.table(
    'support_plans',
    {
      id: k.text('id').primaryKey(),
      pupilId: ofPupil(),
      fromDate: k.text('from_date').notNull(),
      /** When its targets are looked at next: every half term. */
      reviewOn: k.text('review_on').notNull(),
      pupilSignedOn: k.text('pupil_signed_on'),
      parentSignedOn: k.text('parent_signed_on'),
      closedOn: k.text('closed_on'),
      closedWhy: k.text('closed_why'),
      writtenBy: k.text('written_by').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('support_plans_open')
        .on(t.pupilId)
        .where(sql`closed_on IS NULL`),
      k.check('support_plans_closed', sql`(${t.closedOn} IS NULL) = (${t.closedWhy} IS NULL)`),
    ],
  );

  const planTargets = k.table(
    'plan_targets',
    {
      id: k.text('id').primaryKey(),
      planId: k
        .text('plan_id')
        .notNull()
        .references(() => supportPlans.id),
      pupilId: ofPupil(),
      position: k.integer('position').notNull(),
      target: k.text('target').notNull(),
      /** By what one sees that it is met. */
      measure: k.text('measure'),
      /** What is done towards it, and by whom. */
      support: k.text('support'),
      state: k.text('state').$type<TargetState>().notNull(),
    },
    (t) => [
      k.uniqueIndex('plan_targets_position').on(t.planId, t.position),
      k.check('plan_targets_state', sql`${t.state} IN ('open', 'met', 'partly-met', 'not-met', 'dropped')`),
    ],
  );

  /** A review of a plan; it is never changed. */
  const planReviews = k.table(
    'plan_reviews',
    {
      planId: k
        .text('plan_id')
        .notNull()
        .references(() => supportPlans.id),
      pupilId: ofPupil(),
      onDate: k.text('on_date').notNull(),
      note: k.text('note').notNull(),
      /** How each target stood, by its id. */
      outcome: k.json<Readonly<Record<string, TargetState>>>('outcome').notNull(),
      nextReviewOn: k.text('next_review_on'),
      reviewedBy: k.text('reviewed_by').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.planId, t.onDate] })],
  );

  /** Whom a school can turn to for a pupil. */
  const agencies = k.table(
    'agencies',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      name: k.text('name').notNull(),
      nameKey: k.text('name_key').notNull(),
      helpsWith: k.text('helps_with').notNull(),
      contact: k.text('contact'),
      phone: k.text('phone'),
      email: k.text('email'),
      howToRefer: k.text('how_to_refer'),
      /** Takes a referral only where the parents are involved. */
      needsParents: k.boolean('needs_parents').notNull(),
      /** A team of several agencies, which returns referrals and allocates key workers. */
      team: k.boolean('team').notNull(),
      /** Not used any more. */
      endedOn: k.text('ended_on'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('agencies_once')
        .on(t.schoolId, t.nameKey)
        .where(sql`ended_on IS NULL`),
    ],
  );

  const referrals = k.table(
    'referrals',
    {
      id: k.text('id').primaryKey(),
      pupilId: ofPupil(),
      agencyId: k
        .text('agency_id')
        .notNull()
        .references(() => agencies.id),
      madeOn: k.text('made_on').notNull(),
      why: k.text('why').notNull(),
      /** What the school itself has done so far. */
      doneSoFar: k.text('done_so_far').notNull(),
      parents: k.text('parents').$type<ParentInvolvement>().notNull(),
      parentsOn: k.text('parents_on'),
      state: k.text('state').$type<ReferralState>().notNull(),
      answeredOn: k.text('answered_on'),
      /** Why it was returned, or what was agreed. */
      answer: k.text('answer'),
      allocatedTo: k.text('allocated_to'),
      /** The referral that came back and is made again with this one. */
      againOf: k.text('again_of'),
      madeBy: k.text('made_by').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('referrals_pupil').on(t.pupilId),
      k
        .uniqueIndex('referrals_open')
        .on(t.pupilId, t.agencyId)
        .where(sql`state IN ('sent', 'accepted')`),
      k.check('referrals_state', sql`${t.state} IN ('sent', 'accepted', 'returned', 'closed')`),
      k.check('referrals_answered', sql`${t.state} = 'sent' OR ${t.answeredOn} IS NOT NULL`),
    ],
  );

  /** A meeting of the inclusion panel. Its minutes are those of its items, so that each belongs to one pupil. */
  const panels = k.table(
    'panels',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      onDate: k.text('on_date').notNull(),
      startsAt: k.text('starts_at'),
      place: k.text('place'),
      invited: k.text('invited'),
      /** Who was there; none until it was held. */
      present: k.text('present'),
      heldOn: k.text('held_on'),
      version: k.integer('version').notNull(),
    },
    (t) => [k.index('panels_day').on(t.schoolId, t.onDate)],
  );

  const panelItems = k.table(
    'panel_items',
    {
      panelId: k
        .text('panel_id')
        .notNull()
        .references(() => panels.id),
      pupilId: ofPupil(),
      position: k.integer('position').notNull(),
      why: k.text('why').notNull(),
      discussed: k.text('discussed'),
      decision: k.text('decision'),
      /** Who sees to it. */
      owner: k.text('owner'),
      dueOn: k.text('due_on'),
      doneOn: k.text('done_on'),
    },
    (t) => [k.primaryKey({ columns: [t.panelId, t.pupilId] })],
  );

  return { supportPlans, planTargets, planReviews, agencies, referrals, panels, panelItems };
};
