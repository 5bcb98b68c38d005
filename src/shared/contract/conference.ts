import { z } from 'zod';
import { CONFERENCE_CATEGORIES } from '../domain/conference/types.ts';
import { command, query } from './operation.ts';
import { dayWithRoom, fileId, isoDate } from './parts.ts';

const count = z.number().int();

const days = (most: number) =>
  z
    .number()
    .min(0, 'Enter 0 or more days.')
    .max(most, `Enter at most ${String(most)} days.`)
    .multipleOf(0.5, 'Enter whole or half days.');

const criterion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days-in-term'), overDays: days(90) }),
  z.object({ kind: z.literal('days-in-year'), overDays: days(90) }),
  z.object({
    kind: z.literal('times-in-year'),
    times: count.min(1, 'Enter 1 or more.').max(50, 'Enter at most 50.'),
  }),
  z.object({ kind: z.literal('permanent'), which: z.enum(['not-final', 'any']) }),
  z.object({
    kind: z.literal('schools'),
    schools: count.min(2, 'Enter 2 or more.').max(20, 'Enter at most 20.'),
  }),
  z.object({ kind: z.literal('near-limit'), withinDays: days(45) }),
]);

const exclusion = z.object({
  laEstab: z.string(),
  schoolName: z.string(),
  category: z.enum(CONFERENCE_CATEGORIES),
  startDate: isoDate,
  /** Half days; null where it was not said, and for a permanent one. */
  halfDays: count.nullable(),
  /** A permanent one whose governors or review are still to come. */
  notFinal: z.boolean(),
  /** Reasons in words, the main one first. */
  reasons: z.array(z.string()),
});

const figures = z.object({
  daysTerm: z.number(),
  daysYear: z.number(),
  /** Without lunchtimes. */
  times: count,
  permanent: count,
  schools: count,
  /** Exclusions whose length was not said: the days are the least they can be. */
  withoutLength: count,
});

const met = z.object({
  criterion,
  value: z.number(),
  /** Beyond the threshold; for `near-limit` what is left, below nought once it is passed. */
  by: z.number(),
  atLeast: z.boolean(),
  /** Which of `exclusions` it was worked out from. */
  exclusions: z.array(count),
});

const pupil = z.object({
  upn: z.string(),
  forename: z.string(),
  surname: z.string(),
  /** Year group as last returned. */
  ncYear: z.string().optional(),
  /** Where the pupil was excluded this school year, the latest first. */
  schools: z.array(z.string()),
  figures,
  met: z.array(met),
  /** This school year's up to the day, first start first. */
  exclusions: z.array(exclusion),
});

const asked = {
  asOf: dayWithRoom
    .optional()
    .describe('The day to look from; when left out the last one that returns speak for'),
  source: z
    .enum(['returns', 'own'])
    .default('returns')
    .describe('Returns received, or the records of the school whose database this is'),
};

/** Pupils over all schools who are near a threshold, for the authority to confer about before it is passed. */
export const conferenceContract = {
  'authority.conference': query({
    summary: 'Pupils who meet a criterion of the case conference, over all schools, the most urgent first.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: z.object(asked),
    output: z.object({
      asOf: isoDate,
      termFrom: isoDate,
      /** "Summer term 2025/26" */
      termName: z.string(),
      source: asked.source.unwrap(),
      /** The school whose own records may be looked at instead. */
      ownSchool: z.string().optional(),
      /** Most days of fixed-period exclusion in a school year. */
      limitDays: count,
      criteria: z.array(criterion),
      version: count.describe('0 while the criteria are those the program brings'),
      pupils: z.array(pupil),
      /** Who was looked at. */
      considered: z.object({ pupils: count, exclusions: count }),
      /** Schools that are expected to send; those whose returns leave out days of the term up to `asOf`. */
      schools: count,
      notSent: z.array(z.object({ laEstab: z.string(), name: z.string(), sent: z.enum(['none', 'part']) })),
    }),
  }),
  'authority.conference-pupil': query({
    summary: 'What is known of one pupil for a case conference: exclusions of every year, and places.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: z.object({ ...asked, upn: z.string().trim().min(1).max(20) }),
    output: z.object({
      asOf: isoDate,
      termName: z.string(),
      limitDays: count,
      pupil: pupil.extend({
        sex: z.string(),
        dob: isoDate,
        senProvision: z.string().optional(),
        inCare: z.boolean().optional(),
      }),
      /** Of earlier school years, the latest first. */
      earlier: z.array(exclusion),
      /** Stays at providers that this database knows of, the latest first; undefined where it books no places. */
      stays: z
        .array(
          z.object({
            providerName: z.string(),
            from: isoDate,
            to: isoDate,
            sessions: count,
            attended: count,
            notTakenUp: count,
          }),
        )
        .optional(),
    }),
  }),
  'authority.set-conference-criteria': command({
    summary: 'Change which pupils are put to the case conference.',
    permission: 'authority.view-pupils',
    input: z.object({
      version: count,
      criteria: z.array(criterion).min(1, 'Keep at least one criterion.').max(20, 'Use at most 20 criteria.'),
    }),
    output: z.object({ version: count }),
  }),
  'authority.export-conference': command({
    summary: 'Write the list for the case conference as CSV.',
    permission: 'authority.view-pupils',
    records: 'export',
    input: z.object({ ...asked, destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string(), pupils: count }),
  }),
};
