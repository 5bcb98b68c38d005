import { sql } from 'drizzle-orm';
import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import type { PeriodKind, ReturnCounts, ReturnFormat } from '#shared/domain/returns/types.ts';
import type { exclusionTables } from './exclusion-tables.ts';
import type { Kit } from './kit.ts';
import type { schoolTables } from './school-tables.ts';

/** Returns the school has sent and returns the authority has received. */
export const returnTables = (
  k: Kit,
  { schools }: ReturnType<typeof schoolTables>,
  { exclusions }: ReturnType<typeof exclusionTables>,
) => {
  /** The receipt of each export. `version` counts the exports of one period. */
  const returns = k.table(
    'returns',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      periodName: k.text('period_name').notNull(),
      periodKind: k.text('period_kind').$type<PeriodKind>().notNull(),
      version: k.integer('version').notNull(),
      format: k.text('format').$type<ReturnFormat>().notNull(),
      fileName: k.text('file_name').notNull(),
      sha256: k.text('sha256').notNull(),
      nil: k.boolean('nil').notNull(),
      counts: k.json<ReturnCounts>('counts').notNull(),
      exportedBy: k.text('exported_by').notNull(),
      exportedAt: k.text('exported_at').notNull(),
      /** The exclusions as they were sent, to tell what a later one alters; none for those of before this was kept. */
      document: k.json<readonly ReturnedExclusion[]>('document'),
      /** The authority's public key it was sealed for; none for one that anybody can open. */
      sealedFor: k.text('sealed_for'),
    },
    (t) => [k.uniqueIndex('returns_version').on(t.schoolId, t.periodFrom, t.periodTo, t.version)],
  );

  /** Why a query of a check may stand, in the school's words; it travels with the return. */
  const returnExplanations = k.table(
    'return_explanations',
    {
      exclusionId: k
        .text('exclusion_id')
        .notNull()
        .references(() => exclusions.id),
      rule: k.text('rule').notNull(),
      explanation: k.text('explanation').notNull(),
      explainedBy: k.text('explained_by').notNull(),
      explainedAt: k.text('explained_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.exclusionId, t.rule] })],
  );

  /** A file the authority accepted. A newer file of the same school and period replaces the older one. */
  const receivedReturns = k.table(
    'received_returns',
    {
      id: k.text('id').primaryKey(),
      laEstab: k.text('la_estab').notNull(),
      schoolName: k.text('school_name').notNull(),
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      periodName: k.text('period_name').notNull(),
      periodKind: k.text('period_kind').$type<PeriodKind>().notNull(),
      format: k.text('format').$type<ReturnFormat>().notNull(),
      fileName: k.text('file_name').notNull(),
      sha256: k.text('sha256').notNull().unique(),
      createdAt: k.text('created_at').notNull(),
      nil: k.boolean('nil').notNull(),
      current: k.boolean('current').notNull(),
      counts: k.json<ReturnCounts>('counts').notNull(),
      receivedBy: k.text('received_by').notNull(),
      receivedAt: k.text('received_at').notNull(),
      /** The file that counted for the school and period until this one came. */
      replacesId: k.text('replaces_id'),
      /** The signing key of a sealed file; none for one that came open. */
      signedBy: k.text('signed_by'),
    },
    (t) => [
      k
        .uniqueIndex('received_returns_current')
        .on(t.laEstab, t.periodFrom, t.periodTo)
        .where(sql.raw('current')),
    ],
  );

  const receivedExclusions = k.table(
    'received_exclusions',
    {
      returnId: k
        .text('return_id')
        .notNull()
        .references(() => receivedReturns.id),
      position: k.integer('position').notNull(),
      laEstab: k.text('la_estab').notNull(),
      /** Of the start date, from 1 August. */
      schoolYear: k.integer('school_year').notNull(),
      /**
       * Whether figures count it: its return is current and, of the school's returns whose windows hold the start
       * date, the one made last. Kept up to date by every import.
       */
      counts: k.boolean('counts').notNull(),
      upn: k.text('upn').notNull(),
      surname: k.text('surname').notNull(),
      forename: k.text('forename').notNull(),
      sex: k.text('sex').notNull(),
      dob: k.text('dob').notNull(),
      ncYear: k.text('nc_year'),
      onRoll: k.boolean('on_roll').notNull(),
      category: k.text('category').notNull(),
      reasons: k.json<readonly string[]>('reasons').notNull(),
      startDate: k.text('start_date').notNull(),
      sessions: k.integer('sessions'),
      inCare: k.boolean('in_care'),
      senProvision: k.text('sen_provision'),
      ethnicity: k.text('ethnicity'),
      /** Eligible for free school meals. */
      fsm: k.boolean('fsm'),
      startSession: k.text('start_session').$type<'AM' | 'PM'>(),
      endDate: k.text('end_date'),
      /** What the school says about the queries of its checks, by rule. */
      explanations: k.json<Readonly<Record<string, string>>>('explanations'),
    },
    (t) => [
      k.primaryKey({ columns: [t.returnId, t.position] }),
      k.index('received_exclusions_start').on(t.startDate),
      k.index('received_exclusions_school').on(t.laEstab, t.schoolYear),
      k.check('received_exclusions_sessions', sql`${t.sessions} IS NULL OR ${t.sessions} BETWEEN 1 AND 99`),
    ],
  );

  /**
   * What a school's returns state of a school year, added up from the exclusions that count. Worked out anew for a
   * school with every import, so that a country can be compared without reading all its exclusions.
   */
  const receivedYearTotals = k.table(
    'received_year_totals',
    {
      laEstab: k.text('la_estab').notNull(),
      schoolYear: k.integer('school_year').notNull(),
      /** Fixed-period exclusions, their half days, and how many of them say their length. */
      fixedPeriod: k.integer('fixed_period').notNull(),
      sessions: k.integer('sessions').notNull(),
      withLength: k.integer('with_length').notNull(),
      permanent: k.integer('permanent').notNull(),
      lunchtime: k.integer('lunchtime').notNull(),
      /** Pupils with one or more fixed-period exclusions, and those with two or more. */
      pupils: k.integer('pupils').notNull(),
      repeatPupils: k.integer('repeat_pupils').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.laEstab, t.schoolYear] })],
  );

  return {
    returns,
    returnExplanations,
    receivedReturns,
    receivedExclusions,
    receivedYearTotals,
  };
};
