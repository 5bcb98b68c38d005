import { sql } from 'drizzle-orm';
import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ExaminationKind } from '#shared/domain/duties/types.ts';
import type { ContactRelation } from '#shared/domain/pupils/contact.ts';
import type { Kit } from './kit.ts';
import type { pupilTables } from './pupil-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** What the office keeps beside the roll: who decides, whom to write to, examinations, absences it asked for. */
export const officeTables = (
  k: Kit,
  { schools, pupils }: ReturnType<typeof schoolTables> & ReturnType<typeof pupilTables>,
) => {
  /** The head teacher and acting heads, each with dates: only they decide. */
  const heads = k.table(
    'heads',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      name: k.text('name').notNull(),
      acting: k.boolean('acting').notNull(),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('heads_school').on(t.schoolId),
      k.check('heads_order', sql`${t.toDate} IS NULL OR ${t.fromDate} <= ${t.toDate}`),
    ],
  );

  /** One row a school: what its letters carry. Missing is a gap in the letters. */
  const schoolDetails = k.table('school_details', {
    schoolId: k
      .text('school_id')
      .primaryKey()
      .references(() => schools.id),
    address: k.text('address'),
    phone: k.text('phone'),
    email: k.text('email'),
    authorityContact: k.text('authority_contact'),
    authorityAddress: k.text('authority_address'),
    authorityPhone: k.text('authority_phone'),
    authorityEmail: k.text('authority_email'),
    clerkName: k.text('clerk_name'),
    clerkAddress: k.text('clerk_address'),
    clerkPhone: k.text('clerk_phone'),
    clerkEmail: k.text('clerk_email'),
    /** Sources of free advice, one a line, as the letters list them. */
    advice: k.text('advice'),
    /** How work is set and comes back; a letter may say it differently. */
    work: k.text('work'),
    /** The school's own Word letterhead, base64; none for ours. */
    letterhead: k.text('letterhead'),
    letterheadName: k.text('letterhead_name'),
    version: k.integer('version').notNull(),
  });

  /** People and offices to tell about a pupil. A pupil with a `social-worker` row has a social worker. */
  const contacts = k.table(
    'contacts',
    {
      id: k.text('id').primaryKey(),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      relation: k.text('relation').$type<ContactRelation>().notNull(),
      name: k.text('name').notNull(),
      address: k.text('address'),
      phone: k.text('phone'),
      email: k.text('email'),
      /** Order in which parents are tried, from 1. */
      position: k.integer('position').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('contacts_pupil').on(t.pupilId),
      k.check(
        'contacts_relation',
        sql`${t.relation} IN ('parent', 'social-worker', 'virtual-school-head', 'home-authority')`,
      ),
    ],
  );

  /** Examinations and national tests, of a year group or of one pupil. */
  const exams = k.table(
    'exams',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      pupilId: k.text('pupil_id').references(() => pupils.id),
      ncYear: k.text('nc_year'),
      kind: k.text('kind').$type<ExaminationKind>().notNull(),
      name: k.text('name').notNull(),
      date: k.text('date').notNull(),
      slot: k.text('slot').$type<Slot>().notNull(),
    },
    (t) => [
      k.index('exams_date').on(t.schoolId, t.date),
      k.index('exams_pupil').on(t.pupilId),
      k.check('exams_kind', sql`${t.kind} IN ('public-examination', 'national-curriculum-test')`),
      k.check('exams_slot', sql`${t.slot} IN ('am', 'pm')`),
      k.check('exams_whose', sql`(${t.pupilId} IS NULL) <> (${t.ncYear} IS NULL)`),
    ],
  );

  /** "Keep him at home for a few days": noted as what it is, never counted as an exclusion. */
  const requestedAbsences = k.table(
    'requested_absences',
    {
      id: k.text('id').primaryKey(),
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      fromDate: k.text('from_date').notNull(),
      toDate: k.text('to_date').notNull(),
      askedBy: k.text('asked_by').notNull(),
      account: k.text('account').notNull(),
      /** The draft or exclusion with which it was recorded properly afterwards. */
      exclusionId: k.text('exclusion_id'),
      recordedBy: k.text('recorded_by').notNull(),
      recordedAt: k.text('recorded_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('requested_absences_pupil').on(t.pupilId),
      k.check('requested_absences_order', sql`${t.fromDate} <= ${t.toDate}`),
    ],
  );

  return { heads, schoolDetails, contacts, exams, requestedAbsences };
};
