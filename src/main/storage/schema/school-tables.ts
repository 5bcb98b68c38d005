import { sql } from 'drizzle-orm';
import type { ClosureKind, Slot, TermName } from '#shared/domain/calendar/types.ts';
import type { Kit } from './kit.ts';

/** The workspace, the schools it knows and each school's calendar. */
export const schoolTables = (k: Kit) => {
  /** One row: whose database this is. `promise_from_day` is the area's promise of education from a day of exclusion. */
  const workspace = k.table(
    'workspace',
    {
      id: k.integer('id').primaryKey(),
      homeSchoolId: k.text('home_school_id').references(() => schools.id),
      authorityCode: k.text('authority_code'),
      authorityName: k.text('authority_name'),
      demonstration: k.boolean('demonstration').notNull(),
      /** Seed and day that a demonstration was invented with. */
      demonstrationSeed: k.integer('demonstration_seed'),
      demonstrationDay: k.text('demonstration_day'),
      promiseFromDay: k.integer('promise_from_day'),
      /** The same for pupils in care, whom an area may promise more. */
      promiseInCareFromDay: k.integer('promise_in_care_from_day'),
      /** Whether lunchtimes go in the return; they count towards the limits in any case. */
      lunchtimesInReturn: k.boolean('lunchtimes_in_return').notNull(),
      createdAt: k.text('created_at').notNull(),
      /** Minutes without a key or click after which the window locks; null for our usual. */
      lockAfterMinutes: k.integer('lock_after_minutes'),
      /** Lists show initials in place of pupils' names; null is no. */
      initialsInLists: k.boolean('initials_in_lists'),
    },
    (t) => [
      k.check('workspace_single', sql`${t.id} = 1`),
      k.check(
        'workspace_promise_in_care',
        sql`${t.promiseInCareFromDay} IS NULL OR ${t.promiseInCareFromDay} BETWEEN 1 AND 15`,
      ),
      k.check('workspace_promise', sql`${t.promiseFromDay} IS NULL OR ${t.promiseFromDay} BETWEEN 1 AND 15`),
    ],
  );

  const schools = k.table(
    'schools',
    {
      id: k.text('id').primaryKey(),
      laEstab: k.text('la_estab').notNull().unique(),
      urn: k.text('urn'),
      name: k.text('name').notNull(),
      phase: k.text('phase').notNull(),
    },
    (t) => [k.check('schools_la_estab', sql`length(${t.laEstab}) = 7`)],
  );

  const terms = k.table(
    'terms',
    {
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      schoolYear: k.integer('school_year').notNull(),
      name: k.text('name').$type<TermName>().notNull(),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.schoolId, t.schoolYear, t.name] }),
      k.check('terms_order', sql`${t.fromDate} <= ${t.toDate}`),
      k.check('terms_name', sql`${t.name} IN ('autumn', 'spring', 'summer')`),
    ],
  );

  const closures = k.table(
    'closures',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      schoolYear: k.integer('school_year').notNull(),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date').notNull(),
      slot: k.text('slot').$type<Slot | 'all'>().notNull(),
      kind: k.text('kind').$type<ClosureKind>().notNull(),
      name: k.text('name').notNull(),
    },
    (t) => [
      k.index('closures_school').on(t.schoolId, t.schoolYear),
      k.check('closures_order', sql`${t.fromDate} <= ${t.toDate}`),
      k.check('closures_slot', sql`${t.slot} IN ('am', 'pm', 'all')`),
    ],
  );

  const sessionTimes = k.table(
    'session_times',
    {
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      slot: k.text('slot').$type<Slot>().notNull(),
      starts: k.text('starts').notNull(),
      ends: k.text('ends').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.schoolId, t.slot] }),
      k.check('session_times_order', sql`${t.starts} < ${t.ends}`),
    ],
  );

  return { workspace, schools, terms, closures, sessionTimes };
};
