import { z } from 'zod';
import { SUSPICIONS } from '../domain/compare/suspect-zeros.ts';
import { COMPARED_PHASES, GAPS, MARKS, MEASURES, ROLL_UP_CATEGORIES } from '../domain/compare/types.ts';
import { query } from './operation.ts';
import { schoolYear } from './parts.ts';

const count = z.number().int();

const mark = z.enum(MARKS);

const phase = z.enum(COMPARED_PHASES);

/** Figures of n schools; null where n is too small for one. */
const spread = z.object({
  n: count,
  mean: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Standard deviation of a sample. */
  sd: z.number().nullable(),
});

const lengths = z.object({
  n: count.describe('Exclusions'),
  meanDays: z.number(),
  minDays: z.number(),
  maxDays: z.number(),
});

const span = {
  from: schoolYear.optional().describe('Left out: two years before the last, or the first there is'),
  to: schoolYear.optional().describe('Left out: the last year that any school has whole'),
};

/** Years that any school of the database has whole, newest first, and those compared, in their order. */
const years = { offered: z.array(schoolYear), years: z.array(schoolYear) };

/** Schools and years side by side. Days are school days (halves possible); a change below nought is a reduction. */
export const compareContract = {
  'authority.compare': query({
    summary:
      'Schools of a phase compared by a measure: means with n, matched change and pooled difference, ranks, suspect noughts.',
    permission: 'authority.view',
    input: z.object({ measure: z.enum(MEASURES), phase, ...span }),
    output: z.object({
      ...years,
      /** Permanent exclusions of primary schools: listed, neither averaged nor ranked. */
      listed: z.boolean(),
      cells: z.array(spread.extend({ schoolYear, blank: count, total: z.number() })),
      /** From each year to the next, then from the first to the last. */
      changes: z.array(
        z.object({
          earlier: schoolYear,
          later: schoolYear,
          matched: spread.extend({ fell: count, stayed: count, rose: count }),
          pooled: z.object({ difference: z.number().nullable(), nEarlier: count, nLater: count }),
        }),
      ),
      /** Days per incident, over the schools with both. */
      perIncident: z.array(z.object({ schoolYear, n: count, mean: z.number().nullable() })),
      ranking: z.object({
        ranked: count,
        unranked: count,
        /** More tie for the last marked place than there are places. */
        ties: z.array(z.object({ mark, change: z.number(), sharedBy: count, marked: z.boolean() })),
      }),
      /** Every school of the phase, by name. */
      rows: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          /** A figure for each of `years`; without a value it is blank, which is never a nought. */
          figures: z.array(z.object({ value: z.number().nullable(), gap: z.enum(GAPS).optional() })),
          /** From the first year to the last; null where either is blank. */
          change: z.number().nullable(),
          /** 1 is the greatest reduction. */
          rank: count.optional(),
          sharedBy: count.optional(),
          mark: mark.optional(),
        }),
      ),
      /** Figures as stated, of the phase, that cannot be true together. */
      suspects: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          schoolYear,
          suspicion: z.enum(SUSPICIONS),
          incidents: count,
          days: z.number(),
          /** Exclusions that came without a length; where there are any, days are blank in every figure. */
          withoutLength: count,
        }),
      ),
    }),
  }),
  'authority.roll-up': query({
    summary: 'Marks of each school, or area, over the five exclusion categories between two school years.',
    permission: 'authority.view',
    input: z.object(span),
    output: z.object({
      ...years,
      /** Areas where the schools are of several, schools where all are of one. */
      unit: z.enum(['schools', 'areas']),
      /** Those with a mark; the most X first, then the fewest O. */
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          phase: phase.optional(),
          /** One for each of the categories, in their order; left out where the phase has none. */
          cells: z.partialRecord(
            z.enum(ROLL_UP_CATEGORIES.map(({ key }) => key)),
            z.enum([...MARKS, 'unmarked', 'blank']),
          ),
          x: count,
          o: count,
        }),
      ),
      unmarked: count.describe('Schools or areas without a mark'),
    }),
  }),
  'authority.compare-lengths': query({
    summary: 'Length of fixed-period exclusions for the same main reason, school by school.',
    permission: 'authority.view',
    input: z.object({ phase, ...span }),
    output: z.object({
      ...years,
      reasons: z.array(
        lengths.extend({
          code: z.string(),
          reason: z.string(),
          /** The longest mean first. */
          schools: z.array(lengths.extend({ laEstab: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
};
