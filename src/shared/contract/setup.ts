import { z } from 'zod';
import { command, query } from './operation.ts';
import { administrator } from './people.ts';
import { clockTime, id, isoDate, line, nothing, schoolYear } from './parts.ts';

const laEstab = z
  .string()
  .regex(/^\d{7}$/, 'A DfE number has 7 digits: 3 for the authority, 4 for the school.');

const laCode = z.string().regex(/^\d{3}$/, 'An authority code has 3 digits.');

export const term = z.object({
  schoolYear,
  name: z.enum(['autumn', 'spring', 'summer']),
  from: isoDate,
  to: isoDate,
});

export const closure = z.object({
  from: isoDate,
  to: isoDate,
  slot: z.enum(['am', 'pm', 'all']),
  kind: z.enum(['holiday', 'bank-holiday', 'inset', 'closure']),
  name: line('a name for the closed days', 80),
});

export const sessionTime = z.object({ slot: z.enum(['am', 'pm']), starts: clockTime, ends: clockTime });

const phase = z.enum(['nursery', 'primary', 'secondary', 'special', 'pru', 'all-through', 'unknown']);

const school = z.object({ id, laEstab, urn: z.string().optional(), name: z.string(), phase });

/** The sessions of the school day, and from which day of an exclusion the area promises education, if it does. */
const schoolDay = {
  sessionTimes: z.array(sessionTime).length(2),
  promiseFromDay: z.number().int().min(1).max(15).optional(),
  promiseInCareFromDay: z
    .number()
    .int()
    .min(1)
    .max(15)
    .optional()
    .describe('The promise for pupils in care, when it is another'),
};

const yearPlan = { terms: z.array(term).max(3), closures: z.array(closure).max(200) };

export const setupContract = {
  'setup.status': query({
    summary: 'Whose database this is, and whether it is set up.',
    permission: 'anyone',
    input: nothing,
    output: z.object({
      state: z.enum(['empty', 'ready']),
      school: school.optional(),
      authority: z.object({ code: laCode, name: z.string() }).optional(),
      demonstration: z.boolean(),
      promiseFromDay: z.number().int().optional(),
      promiseInCareFromDay: z.number().int().optional(),
      today: isoDate,
      schoolYear,
    }),
  }),
  'setup.create-school': command({
    summary: 'Set up an empty database for one school.',
    permission: 'setup.manage',
    input: z.object({
      school: z.object({
        laEstab,
        urn: z
          .string()
          .regex(/^\d{5,6}$/)
          .optional(),
        name: line('the school’s name'),
        phase,
      }),
      /** The head teacher in office; acting heads are entered under Settings. */
      headName: line('the head teacher’s name', 80),
      /** Who lets the others in; `decides` when that is the head teacher or a deputy. */
      administrator: administrator.extend({ decides: z.boolean().default(true) }),
      ...yearPlan,
      ...schoolDay,
    }),
    output: z.object({ schoolId: id }),
  }),
  'setup.create-authority': command({
    summary: 'Set up an empty database for a local authority.',
    permission: 'setup.manage',
    input: z.object({ code: laCode, name: line('the authority’s name'), administrator }),
    output: nothing,
  }),
  'setup.load-demonstration': command({
    summary: 'Fill an empty database with the demonstration area.',
    permission: 'setup.manage',
    long: true,
    input: z.object({ seed: z.number().int().min(0).default(1), today: isoDate.optional() }),
    output: z.object({
      schoolName: z.string(),
      pupils: z.number(),
      exclusions: z.number(),
      returns: z.number(),
    }),
  }),
  'schools.search': query({
    summary: 'Find a school in the national list by name, URN or DfE number.',
    permission: 'app.use',
    input: z.object({ text: z.string().max(120), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.object({
      hits: z.array(
        z.object({
          laEstab,
          la: z.string(),
          laName: z.string(),
          urn: z.string().optional(),
          name: z.string(),
          phase,
        }),
      ),
    }),
  }),
  'schools.authorities': query({
    summary: 'The local authorities of the national list.',
    permission: 'app.use',
    input: nothing,
    output: z.object({ authorities: z.array(z.object({ code: laCode, name: z.string() })) }),
  }),
  'calendar.suggest': query({
    summary: 'Typical term dates and closed days of a school year, to start from.',
    permission: 'app.use',
    input: z.object({ schoolYear }),
    output: z.object(yearPlan),
  }),
  'calendar.get': query({
    summary: 'The school’s terms, closed days and session times of a school year.',
    permission: 'app.use',
    input: z.object({ schoolYear: schoolYear.optional() }),
    output: z.object({
      schoolYear,
      years: z.array(schoolYear),
      ...yearPlan,
      sessionTimes: z.array(sessionTime),
      promiseFromDay: z.number().int().optional(),
      promiseInCareFromDay: z.number().int().optional(),
      bankHolidays: z.array(z.object({ date: isoDate, name: z.string() })),
      pupilDays: z.number().int(),
    }),
  }),
  'calendar.save': command({
    summary: 'Replace the terms and closed days of a school year.',
    permission: 'calendar.edit',
    input: z.object({ schoolYear, ...yearPlan }),
    output: z.object({ pupilDays: z.number().int() }),
  }),
  'calendar.save-day': command({
    summary: 'Replace the times of the school day’s sessions and the area’s promise of education.',
    permission: 'calendar.edit',
    input: z.object({
      ...schoolDay,
      promiseFromDay: schoolDay.promiseFromDay.describe(
        'Left out: the area promises no more than the law asks',
      ),
    }),
    output: nothing,
  }),
};
