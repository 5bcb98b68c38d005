import { sql } from 'drizzle-orm';
import type {
  Criterion,
  NotedFactor,
  RiskCategory,
  RiskLevel,
  RiskProcedure,
  RiskReason,
  SignOffBasis,
  SupportPeriod,
} from '#shared/domain/support/types.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** Pupils at risk: the criteria, the register, who works with whom, and the attendance that criteria ask for. */
export const supportTables = (
  k: Kit,
  { schools, pupils }: ReturnType<typeof schoolTables> & ReturnType<typeof pupilTables>,
) => {
  /** The criteria of a school or its area; no row while those of the program hold. */
  const atRiskCriteria = k.table('at_risk_criteria', {
    schoolId: k
      .text('school_id')
      .primaryKey()
      .references(() => schools.id),
    categories: k.json<readonly RiskCategory[]>('categories').notNull(),
    criteria: k.json<readonly Criterion[]>('criteria').notNull(),
    version: k.integer('version').notNull(),
    /** How long a period is, how often to meet, how a pupil is signed off; none: that of the program. */
    procedure: k.json<RiskProcedure>('procedure'),
    /** The authority whose criteria these are; none: the school's own. */
    setBy: k.text('set_by'),
  });

  /** Who may be a key worker: one row a person, so that nobody works under two names. */
  const supportStaff = k.table(
    'support_staff',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      name: k.text('name').notNull(),
      /** The name folded for comparing. */
      nameKey: k.text('name_key').notNull(),
      role: k.text('role').notNull(),
      /** Whom somebody from outside works for; none: the school. */
      organisation: k.text('organisation'),
      /** The last day here. */
      leftOn: k.text('left_on'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('support_staff_once')
        .on(t.schoolId, t.nameKey)
        .where(sql`left_on IS NULL`),
    ],
  );

  /** A pupil at risk, until signed off. The categories follow from the reasons. */
  const atRiskEntries = k.table(
    'at_risk_entries',
    {
      id: k.text('id').primaryKey(),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      since: k.text('since').notNull(),
      reasons: k.json<readonly RiskReason[]>('reasons').notNull(),
      /** All periods of six weeks, the present one last. */
      periods: k.json<readonly SupportPeriod[]>('periods').notNull(),
      /** When the present period is over. */
      reviewOn: k.text('review_on').notNull(),
      signedOffOn: k.text('signed_off_on'),
      signedOffBy: k.text('signed_off_by'),
      signedOffReason: k.text('signed_off_reason'),
      raisedBy: k.text('raised_by').notNull(),
      raisedAt: k.text('raised_at').notNull(),
      version: k.integer('version').notNull(),
      /** High, medium, low or a tier, where the area uses levels. */
      level: k.text('level').$type<RiskLevel>(),
      /** Risk and resilience factors noted of the pupil. */
      factors: k.json<readonly NotedFactor[]>('factors'),
      /** What the sign-off went by; none: signed off before this was asked. */
      signedOffAs: k.text('signed_off_as').$type<SignOffBasis>(),
    },
    (t) => [
      k.index('at_risk_entries_pupil').on(t.pupilId),
      k
        .uniqueIndex('at_risk_entries_open')
        .on(t.pupilId)
        .where(sql`signed_off_on IS NULL`),
      k.check(
        'at_risk_entries_signed_off',
        sql`(${t.signedOffOn} IS NULL) = (${t.signedOffBy} IS NULL) AND (${t.signedOffOn} IS NULL) = (${t.signedOffReason} IS NULL)`,
      ),
    ],
  );

  /** Who is the key worker of an entry, one at a time: the one without a last day. */
  const keyWorkers = k.table(
    'key_workers',
    {
      id: k.text('id').primaryKey(),
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => atRiskEntries.id),
      name: k.text('name').notNull(),
      role: k.text('role').notNull(),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date'),
      staffId: k.text('staff_id').references(() => supportStaff.id),
    },
    (t) => [
      k.index('key_workers_entry').on(t.entryId),
      k
        .uniqueIndex('key_workers_one')
        .on(t.entryId)
        .where(sql`to_date IS NULL`),
      k.check('key_workers_order', sql`${t.toDate} IS NULL OR ${t.fromDate} <= ${t.toDate}`),
    ],
  );

  const keyWorkerMeetings = k.table(
    'key_worker_meetings',
    {
      entryId: k
        .text('entry_id')
        .notNull()
        .references(() => atRiskEntries.id),
      onDate: k.text('on_date').notNull(),
      /** The key worker then, by name. */
      keyWorker: k.text('key_worker').notNull(),
      note: k.text('note'),
      recordedBy: k.text('recorded_by').notNull(),
      minutes: k.integer('minutes'),
    },
    (t) => [k.primaryKey({ columns: [t.entryId, t.onDate] })],
  );

  /** Attendance of a pupil up to a day, from wherever it is known. */
  const attendanceFigures = k.table(
    'attendance_figures',
    {
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      onDate: k.text('on_date').notNull(),
      /** Tenths of a percent: 740 for 74%. */
      tenths: k.integer('tenths').notNull(),
      source: k.text('source').notNull(),
      recordedBy: k.text('recorded_by').notNull(),
      recordedAt: k.text('recorded_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.pupilId, t.onDate] }),
      k.check('attendance_figures_range', sql`${t.tenths} BETWEEN 0 AND 1000`),
    ],
  );

  return { atRiskCriteria, supportStaff, atRiskEntries, keyWorkers, keyWorkerMeetings, attendanceFigures };
};
