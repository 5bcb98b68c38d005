import { sql } from 'drizzle-orm';
import type { Kit } from './kit.ts';
import type { schoolTables } from './school-tables.ts';

/** The roll. `search_text` is the folded text that lists and type-aheads look in; see `domain/pupils/search-text.ts`. */
export const pupilTables = (k: Kit, { schools }: ReturnType<typeof schoolTables>) => {
  const pupils = k.table(
    'pupils',
    {
      id: k.text('id').primaryKey(),
      schoolId: k
        .text('school_id')
        .notNull()
        .references(() => schools.id),
      upn: k.text('upn').notNull(),
      formerUpn: k.text('former_upn'),
      surname: k.text('surname').notNull(),
      forename: k.text('forename').notNull(),
      middleNames: k.text('middle_names'),
      preferredSurname: k.text('preferred_surname'),
      sex: k.text('sex').notNull(),
      dob: k.text('dob').notNull(),
      ncYear: k.text('nc_year'),
      form: k.text('form'),
      enrolStatus: k.text('enrol_status'),
      entryDate: k.text('entry_date'),
      leavingDate: k.text('leaving_date'),
      senProvision: k.text('sen_provision'),
      inCare: k.boolean('in_care').notNull(),
      careAuthority: k.text('care_authority'),
      ethnicity: k.text('ethnicity'),
      /** Eligible for free school meals; none when nobody said. */
      fsm: k.boolean('fsm'),
      searchText: k.text('search_text').notNull(),
      version: k.integer('version').notNull(),
      updatedAt: k.text('updated_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('pupils_upn').on(t.schoolId, t.upn),
      k.index('pupils_name').on(t.schoolId, t.surname, t.forename),
      /** All that the roll is searched by, in its order: a page is found and counted without reading the rows. */
      k
        .index('pupils_roll')
        .on(t.searchText, t.id, t.schoolId, t.upn, t.ncYear, t.leavingDate, t.enrolStatus),
      /** The year groups of the roll, one step for each. */
      k.index('pupils_year').on(t.schoolId, t.ncYear, t.leavingDate, t.enrolStatus),
      k.check('pupils_upn_length', sql`length(${t.upn}) = 13`),
    ],
  );

  /** Half days of exclusion at earlier schools in a school year: they count towards the 45 days. */
  const earlierHalfDays = k.table(
    'earlier_half_days',
    {
      pupilId: k
        .text('pupil_id')
        .notNull()
        .references(() => pupils.id),
      schoolYear: k.integer('school_year').notNull(),
      term: k.text('term').$type<'autumn' | 'spring' | 'summer'>().notNull(),
      halfDays: k.integer('half_days').notNull(),
      source: k.text('source').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.pupilId, t.schoolYear, t.term] }),
      k.check('earlier_half_days_range', sql`${t.halfDays} BETWEEN 1 AND 90`),
    ],
  );

  return { pupils, earlierHalfDays };
};
