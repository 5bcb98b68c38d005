import { z } from 'zod';
import { SUSPICIONS } from '../domain/compare/suspect-zeros.ts';
import {
  COMPARED_PHASES,
  GAPS,
  GROUP_LEVELS,
  GROUP_MEASURES,
  GROUPINGS,
  MARKS,
  MEASURES,
  PUPIL_GROUPS,
  ROLL_UP_CATEGORIES,
} from '../domain/compare/types.ts';
import { command, query } from './operation.ts';
import { fileId, schoolYear } from './parts.ts';

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

const grouping = z.enum(GROUPINGS);

const suppressed = z
  .boolean()
  .default(true)
  .describe('Whether figures of 1 to 4 pupils are hidden; shown only to those who may see pupils');

const comparisonInput = z.object({
  measure: z.enum(MEASURES),
  phase,
  by: grouping.default('school'),
  within: z
    .object({ by: grouping, key: z.string().max(120) })
    .optional()
    .describe('Only the schools of one phase, cluster or authority'),
  ...span,
});

const rollUpInput = z.object({
  by: z
    .enum(['school', 'cluster', 'authority', 'authority-group'])
    .optional()
    .describe('Left out: authorities, or schools where all are of one'),
  ...span,
});

const lengthsInput = z.object({ phase, suppressed, ...span });

const breakdownInput = z.object({
  group: z.enum(PUPIL_GROUPS),
  measure: z.enum(GROUP_MEASURES),
  level: z.enum(GROUP_LEVELS),
  key: z.string().max(120).default('').describe('The phase, cluster or number of the school'),
  schoolYear: schoolYear.optional().describe('Left out: the last year that any school has whole'),
  suppressed,
});

/** Of a rate: for 100 pupils on roll of all the schools together. */
const total = { total: z.number(), rate: z.number().nullable(), onRoll: count.nullable() };

/** Years that any school of the database has whole, newest first, and those compared, in their order. */
const years = { offered: z.array(schoolYear), years: z.array(schoolYear) };

/** Schools and years side by side. Days are school days (halves possible); a change below nought is a reduction. */
export const compareContract = {
  'authority.compare': query({
    summary:
      'Schools of a phase compared by a measure: means with n, matched change and pooled difference, ranks, suspect noughts.',
    permission: 'authority.view',
    input: comparisonInput,
    output: z.object({
      ...years,
      /** Permanent exclusions of primary schools: listed, neither averaged nor ranked. */
      listed: z.boolean(),
      cells: z.array(spread.extend({ schoolYear, blank: count, ...total })),
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
      /** Every school or group, by name. */
      rows: z.array(
        z.object({
          /** Number of the school, or what the group is known by. */
          key: z.string(),
          name: z.string(),
          /** Schools in it. */
          schools: count,
          listed: z.boolean(),
          /**
           * A figure for each of `years`: of a school its own, of a group the mean over the n schools that have it.
           * Without a value it is blank, which is never a nought.
           */
          figures: z.array(
            z.object({
              value: z.number().nullable(),
              n: count,
              ...total,
              gap: z.enum(GAPS).optional(),
            }),
          ),
          /** From the first year to the last, matched: null where no school has both. */
          change: z
            .object({ value: z.number().nullable(), n: count, pooled: z.number().nullable() })
            .optional(),
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
    input: rollUpInput,
    output: z.object({
      ...years,
      by: grouping,
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
    input: lengthsInput,
    output: z.object({
      ...years,
      suppressed: z.boolean(),
      reasons: z.array(
        lengths.partial().extend({
          code: z.string(),
          reason: z.string(),
          /** Few as they are, the reason has no figures here. */
          hidden: z.boolean(),
          /** The longest mean first. */
          schools: z.array(lengths.extend({ laEstab: z.string(), name: z.string() })),
          /** Schools that are left out because they excluded so few pupils for it. */
          hiddenSchools: count,
        }),
      ),
    }),
  }),
  'authority.breakdown': query({
    summary: 'Exclusions of a school year by group of pupils or by reason, small numbers hidden.',
    permission: 'authority.view',
    input: breakdownInput,
    output: z.object({
      offered: z.array(schoolYear),
      schoolYear: schoolYear.optional(),
      suppressed: z.boolean(),
      /** Nothing can be shown: whatever is hidden could be worked out. */
      withheld: z.boolean(),
      name: z.string(),
      /** Schools whose year is whole, and the others. */
      n: count,
      blank: count,
      /** Null where no school has the year whole; then there are no rows either. */
      total: count.nullable(),
      rows: z.array(
        z.object({ key: z.string(), words: z.string(), value: count.nullable(), hidden: z.boolean() }),
      ),
      /** What can be asked for. */
      clusters: z.array(z.string()),
    }),
  }),
  'authority.export-comparison': command({
    summary: 'Write a comparison, roll-up, breakdown or the lengths as XLSX, CSV or PDF.',
    permission: 'authority.view',
    records: 'export',
    input: z.object({
      format: z.enum(['xlsx', 'csv', 'pdf']),
      view: z.discriminatedUnion('kind', [
        comparisonInput.extend({ kind: z.literal('comparison') }),
        rollUpInput.extend({ kind: z.literal('roll-up') }),
        breakdownInput.extend({ kind: z.literal('breakdown') }),
        lengthsInput.extend({ kind: z.literal('lengths') }),
      ]),
      destination: fileId.optional().describe('Where to write; the window asks with a dialog instead'),
    }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
