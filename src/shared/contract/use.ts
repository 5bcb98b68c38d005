import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { fileId, id, isoDate, nothing, schoolYear } from './parts.ts';

const pence = z.number().int();

const rate = z.object({
  providerId: id,
  providerName: z.string(),
  providerKind: z.enum(PROVIDER_KINDS),
  /** Place-sessions: offered is capacity less closures; used were attended, or booked where nobody marked. */
  offered: z.number().int(),
  booked: z.number().int(),
  attended: z.number().int(),
  notTakenUp: z.number().int(),
  unmarked: z.number().int(),
  unused: z.number().int(),
  /** Null where no cost is given. */
  costOffered: pence.nullable(),
  costUsed: pence.nullable(),
  costUnused: pence.nullable(),
  costPerUsed: pence.nullable(),
  stays: z.number().int(),
  pupils: z.number().int(),
  /** Mean of school days, null without stays. */
  meanStayDays: z.number().nullable(),
  repeats: z.number().int(),
});

/** Use of places, money and the reciprocal balance. */
export const useContract = {
  'use.figures': query({
    summary:
      'Use and cost of places over a period: offered, used, unused, occupancy, stays, repeats, by provider and school.',
    permission: 'places.arrange',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({
      providers: z.array(rate),
      total: rate.omit({ providerId: true, providerName: true, providerKind: true }),
      schools: z.array(
        z.object({
          schoolName: z.string(),
          booked: z.number().int(),
          attended: z.number().int(),
          pupils: z.number().int(),
        }),
      ),
      /** Sessions of exclusions in the period: how each ended. */
      need: z.object({
        sessions: z.number().int(),
        attended: z.number().int(),
        booked: z.number().int(),
        notTakenUp: z.number().int(),
        workAtHome: z.number().int(),
        noPlace: z.number().int(),
      }),
      /** Length of exclusions by reason: like incidents, like lengths? */
      lengths: z.array(
        z.object({
          reason: z.string(),
          n: z.number().int(),
          meanDays: z.number(),
          minDays: z.number(),
          maxDays: z.number(),
        }),
      ),
      /** Exclusions of each school year on record, with the change from year to year (fixed-period). */
      years: z.array(
        z.object({
          schoolYear,
          fixedPeriod: z.number().int(),
          permanent: z.number().int(),
          /** The year is not over, and is compared with none. */
          soFar: z.literal(true).optional(),
          change: z.number().int().optional(),
          percent: z.number().optional(),
        }),
      ),
      /** Month by month: exclusions begun, places offered and used. */
      trend: z.array(
        z.object({
          month: z.string(),
          exclusions: z.number().int(),
          offered: z.number().int(),
          used: z.number().int(),
        }),
      ),
    }),
  }),
  'use.balance': query({
    summary: 'Sessions lent to and borrowed from each partner school, term by term.',
    permission: 'places.arrange',
    input: nothing,
    output: z.object({
      partners: z.array(
        z.object({
          schoolId: id,
          schoolName: z.string(),
          terms: z.array(
            z.object({
              schoolYear,
              term: z.enum(['autumn', 'spring', 'summer']),
              lent: z.number().int(),
              borrowed: z.number().int(),
            }),
          ),
          lent: z.number().int(),
          borrowed: z.number().int(),
        }),
      ),
    }),
  }),
  'use.statement': query({
    summary: 'The statement of one partner school: every session lent and borrowed in a school year.',
    permission: 'places.arrange',
    input: z.object({ schoolId: id, schoolYear }),
    output: z.object({
      schoolName: z.string(),
      ourName: z.string(),
      lines: z.array(
        z.object({
          direction: z.enum(['lent', 'borrowed']),
          term: z.enum(['autumn', 'spring', 'summer']),
          initials: z.string(),
          providerName: z.string(),
          from: isoDate,
          to: isoDate,
          sessions: z.number().int(),
        }),
      ),
      lent: z.number().int(),
      borrowed: z.number().int(),
    }),
  }),
  'use.export': command({
    summary: 'The figures of a period as a spreadsheet file (CSV).',
    permission: 'places.arrange',
    records: 'export',
    input: z.object({ from: isoDate, to: isoDate, destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
