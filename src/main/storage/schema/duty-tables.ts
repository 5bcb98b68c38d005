import { sql } from 'drizzle-orm';
import type { Slot, WorkingLine } from '#shared/domain/calendar/types.ts';
import type { CaseEventType, DutyBasis, DutyOwner, DutyParty } from '#shared/domain/duties/types.ts';
import type { exclusionTables } from './exclusion-tables.ts';
import type { Kit } from './kit.ts';

/** What each case obliges, what became of it, and the letters that were sent. */
export const dutyTables = (k: Kit, { exclusions }: ReturnType<typeof exclusionTables>) => {
  /** What happened in a case after it was issued, in order; rows are never changed, a mistake is `voided`. */
  const caseEvents = k.table(
    'case_events',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      type: k.text('type').$type<CaseEventType>().notNull(),
      /** The day it happened, or is set for. */
      onDate: k.text('on_date').notNull(),
      onSlot: k.text('on_slot').$type<Slot>(),
      outcome: k.text('outcome'),
      /** The first session back, of an event that puts the pupil back. */
      backDate: k.text('back_date'),
      backSlot: k.text('back_slot').$type<Slot>(),
      note: k.text('note').notNull(),
      recordedBy: k.text('recorded_by').notNull(),
      recordedAt: k.text('recorded_at').notNull(),
      voidedAt: k.text('voided_at'),
      voidedReason: k.text('voided_reason'),
    },
    (t) => [
      k.index('case_events_exclusion').on(t.exclusionId),
      k.check('case_events_back', sql`(${t.backDate} IS NULL) = (${t.backSlot} IS NULL)`),
    ],
  );

  /**
   * One row a duty of a case, worked out anew whenever the case changes. `owed` is false once the record no longer
   * obliges; a row that was fulfilled is never removed.
   */
  const duties = k.table(
    'duties',
    {
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      key: k.text('key').notNull(),
      party: k.text('party').$type<DutyParty>().notNull(),
      owedBy: k.text('owed_by').$type<DutyOwner>().notNull(),
      basis: k.text('basis').$type<DutyBasis>().notNull(),
      owed: k.boolean('owed').notNull(),
      withoutDelay: k.boolean('without_delay').notNull(),
      /** Missing when the day cannot be worked out: term dates not entered, or an event has not happened yet. */
      dueBy: k.text('due_by'),
      dueSlot: k.text('due_slot').$type<Slot>(),
      notBefore: k.text('not_before'),
      working: k.json<readonly WorkingLine[]>('working').notNull(),
      source: k.text('source').notNull(),
      certainty: k.text('certainty').$type<'read' | 'unconfirmed'>().notNull(),
      reading: k.text('reading'),
      /** In one sentence: why it is owed in this very case. */
      why: k.text('why').notNull(),
      /** The template of the letter or notice that does it, when there is one. */
      letter: k.text('letter'),
      fulfilledOn: k.text('fulfilled_on'),
      how: k.text('how'),
      byWhom: k.text('by_whom'),
      evidence: k.text('evidence'),
      fulfilledBy: k.text('fulfilled_by'),
      fulfilledAt: k.text('fulfilled_at'),
    },
    (t) => [
      k.primaryKey({ columns: [t.exclusionId, t.key] }),
      k.index('duties_due').on(t.fulfilledOn, t.dueBy),
      k.check(
        'duties_fulfilled_whole',
        sql`${t.fulfilledOn} IS NULL OR (${t.how} IS NOT NULL AND ${t.byWhom} IS NOT NULL AND ${t.fulfilledBy} IS NOT NULL AND ${t.fulfilledAt} IS NOT NULL)`,
      ),
    ],
  );

  /** What a change of the record did to a duty, or what became of it; append-only. */
  const dutyChanges = k.table(
    'duty_changes',
    {
      id: k.sequence('id'),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      key: k.text('key').notNull(),
      change: k
        .text('change')
        .$type<'added' | 'moved' | 'no-longer-owed' | 'owed-again' | 'fulfilled' | 'reopened'>()
        .notNull(),
      beforeDue: k.text('before_due'),
      afterDue: k.text('after_due'),
      /** In words: what was done that changed it. */
      cause: k.text('cause').notNull(),
      userName: k.text('user_name').notNull(),
      at: k.text('at').notNull(),
    },
    (t) => [k.index('duty_changes_exclusion').on(t.exclusionId, t.key)],
  );

  /** A letter being prepared: only what was typed into its gaps; the rest comes from the record. */
  const letters = k.table(
    'letters',
    {
      id: k.text('id').primaryKey(),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      templateId: k.text('template_id').notNull(),
      gaps: k.json<Readonly<Record<string, string>>>('gaps').notNull(),
      updatedBy: k.text('updated_by').notNull(),
      updatedAt: k.text('updated_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [k.uniqueIndex('letters_once').on(t.exclusionId, t.templateId)],
  );

  /** Exactly what was sent, when, how and to whom; append-only. `facts` is what a later record is compared with. */
  const letterIssues = k.table(
    'letter_issues',
    {
      id: k.text('id').primaryKey(),
      letterId: k
        .text('letter_id')
        .notNull()
        .references(() => letters.id),
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      templateId: k.text('template_id').notNull(),
      templateVersion: k.integer('template_version').notNull(),
      title: k.text('title').notNull(),
      /** The letter as it was composed: the blocks of `domain/letters`. */
      content: k.json<unknown>('content').notNull(),
      facts: k.json<Readonly<Record<string, string>>>('facts').notNull(),
      sha256: k.text('sha256').notNull(),
      sentTo: k.text('sent_to').notNull(),
      sentHow: k.text('sent_how').notNull(),
      sentOn: k.text('sent_on').notNull(),
      issuedBy: k.text('issued_by').notNull(),
      issuedAt: k.text('issued_at').notNull(),
    },
    (t) => [k.index('letter_issues_exclusion').on(t.exclusionId)],
  );

  return { caseEvents, duties, dutyChanges, letters, letterIssues };
};
