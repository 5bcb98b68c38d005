import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, line, nothing } from './parts.ts';

const letter = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]$/, 'Enter one letter.');

/** A category that criteria sort pupils into. */
export const riskCategory = z.object({
  letter,
  name: line('the name'),
  keyWorkerRole: z.string().trim().max(80, 'Use at most 80 characters.'),
});

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('excluded-times'), times: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('excluded-days'), days: z.number().int().min(1).max(45) }),
  z.object({ kind: z.literal('placed-times'), times: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('attendance-below'), percent: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('looked-after') }),
  z.object({ kind: z.literal('by-hand'), name: line('the criterion') }),
]);

/** What puts a pupil at risk. */
export const riskCriterion = z.object({ id, category: letter, rule });

const factor = z.object({ id, kind: z.enum(['risk', 'resilience']), name: line('the factor') });

/** How an area works with its register. */
export const riskProcedure = z.object({
  periodWeeks: z
    .number()
    .int()
    .min(1, 'Enter 1 to 26 weeks.')
    .max(26, 'Enter 1 to 26 weeks.')
    .describe('Weeks until the review'),
  meetingDays: z
    .number()
    .int()
    .min(1, 'Enter 1 to 60 days.')
    .max(60, 'Enter 1 to 60 days.')
    .describe('The most days between two meetings with the key worker'),
  meetingMinutes: z
    .number()
    .int()
    .min(5, 'Enter 5 to 240 minutes.')
    .max(240, 'Enter 5 to 240 minutes.')
    .describe('The least minutes of a meeting'),
  signOff: z
    .enum(['decision', 'criteria', 'six-weeks'])
    .describe('decision: at the review; criteria: once none is met; six-weeks: all when the period is over'),
  levels: z.enum(['none', 'high-medium-low', 'tiers']),
  factors: z.array(factor).max(60, 'Use at most 60 factors.'),
});

export const supportCriteriaContract = {
  'support.criteria': query({
    summary: 'The criteria for the at-risk register, the categories, and how the school works with it.',
    permission: 'support.view',
    input: nothing,
    output: z.object({
      version: z.number().int().describe('0 while they are as the program brings them'),
      categories: z.array(riskCategory),
      criteria: z.array(riskCriterion),
      procedure: riskProcedure,
      /** The authority whose criteria these are; missing: the school's own. */
      setBy: z.string().optional(),
    }),
  }),
  'support.save-criteria': command({
    summary:
      'Change the criteria, the categories and the procedure; entries that are there keep the reasons they have.',
    permission: 'support.edit',
    input: z.object({
      version: z.number().int(),
      categories: z.array(riskCategory).min(1, 'Keep at least one category.').max(10),
      criteria: z
        .array(riskCriterion.extend({ id: id.optional().describe('Left out for a new one') }))
        .max(40, 'Use at most 40 criteria.'),
      procedure: riskProcedure
        .extend({
          factors: z
            .array(factor.extend({ id: id.optional().describe('Left out for a new one') }))
            .max(60, 'Use at most 60 factors.'),
        })
        .optional()
        .describe('Left out: as it is'),
    }),
    output: z.object({ version: z.number().int() }),
  }),
};
