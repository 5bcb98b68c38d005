import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';

const letter = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]$/, 'Enter one letter.');

export const category = z.object({
  letter,
  name: line('the name'),
  keyWorkerRole: z.string().trim().max(80, 'Use at most 80 characters.'),
});

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('excluded-times'), times: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('attendance-below'), percent: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('looked-after') }),
  z.object({ kind: z.literal('by-hand'), name: line('the criterion') }),
]);

export const criterion = z.object({ id, category: letter, rule });

const prompt = z.object({ kind: z.enum(['review-due', 'no-meeting']), text: z.string() });

const entry = z.object({
  id,
  version: z.number().int(),
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  categories: z.array(z.string()),
  why: z.array(z.string()),
  since: isoDate,
  /** The day on which the six weeks of the present period are over. */
  reviewOn: isoDate,
  keyWorker: z.object({ name: z.string(), role: z.string(), from: isoDate }).optional(),
  suggestedRole: z.string().optional(),
  lastMeetingOn: isoDate.optional(),
  prompts: z.array(prompt),
  signedOff: z.object({ on: isoDate, by: z.string(), reason: z.string() }).optional(),
});

const opened = { entryId: id, version: z.number().int() };

const raised = z.object({
  /** The entry of the pupil that is open now, if there is one. */
  entryId: id.optional(),
  /** What became of it. */
  as: z.enum(['raised', 'added', 'unchanged']),
});

export const supportContract = {
  'support.list': query({
    summary: 'The at-risk register: who, why, key worker, review day and what is due.',
    permission: 'support.view',
    input: z.object({ state: z.enum(['open', 'signed-off', 'all']).default('open'), pupilId: id.optional() }),
    output: z.object({
      entries: z.array(entry),
      /** Over all open entries. */
      due: z.object({ reviews: z.number().int(), meetings: z.number().int() }),
    }),
  }),
  'support.entry': query({
    summary: 'One entry of the at-risk register with its periods, key workers and meetings.',
    permission: 'support.view',
    records: 'view',
    input: z.object({ entryId: id }),
    output: entry.extend({
      reasons: z.array(
        z.object({ category: z.string(), on: isoDate, text: z.string(), note: z.string().optional() }),
      ),
      /** What of the criteria is met by what is on record today, in words. */
      metNow: z.array(z.string()),
      periods: z.array(
        z.object({ from: isoDate, reviewOn: isoDate, by: z.string().optional(), why: z.string().optional() }),
      ),
      /** The present one first. */
      keyWorkers: z.array(
        z.object({ name: z.string(), role: z.string(), from: isoDate, to: isoDate.optional() }),
      ),
      /** The latest first. */
      meetings: z.array(z.object({ on: isoDate, keyWorker: z.string(), note: z.string().optional() })),
    }),
  }),
  'support.raise': command({
    summary:
      'Put a pupil on the at-risk register: for a criterion noted by hand, or for what is met on record.',
    permission: 'support.edit',
    input: z.object({
      pupilId: id,
      criterionId: id.optional().describe('A criterion that is noted by hand'),
      note: z.string().trim().max(400).optional(),
    }),
    output: z.object({ entryId: id, as: z.enum(['raised', 'added']) }),
  }),
  'support.assign-key-worker': command({
    summary: 'Name the key worker of a pupil at risk: one person at a time.',
    permission: 'support.edit',
    input: z.object({ ...opened, name: line('the name', 80), role: line('the role', 80) }),
    output: nothing,
  }),
  'support.add-meeting': command({
    summary: 'Note a meeting of a pupil with the key worker.',
    permission: 'support.edit',
    input: z.object({ entryId: id, on: isoDate, note: z.string().trim().max(1000).optional() }),
    output: nothing,
  }),
  'support.sign-off': command({
    summary: 'Sign a pupil off the at-risk register, with the reason.',
    permission: 'support.edit',
    input: z.object({ ...opened, reason: line('why', 400) }),
    output: nothing,
  }),
  'support.reassign': command({
    summary: 'Keep a pupil who is still at risk on the register for another six weeks.',
    permission: 'support.edit',
    input: z.object({ ...opened, reason: line('why', 400) }),
    output: z.object({ reviewOn: isoDate }),
  }),
  'support.set-attendance': command({
    summary: 'Note a pupil’s attendance in percent; below the limit it puts the pupil on the register.',
    permission: 'support.edit',
    input: z.object({
      pupilId: id,
      on: isoDate.optional().describe('The last day the figure covers; today when left out'),
      percent: z
        .number()
        .min(0, 'Enter a figure from 0 to 100.')
        .max(100, 'Enter a figure from 0 to 100.')
        .multipleOf(0.1, 'Use at most one decimal.'),
      source: line('where the figure comes from'),
    }),
    output: raised,
  }),
  'support.criteria': query({
    summary: 'The criteria for the at-risk register and the categories they sort pupils into.',
    permission: 'support.view',
    input: nothing,
    output: z.object({
      version: z.number().int().describe('0 while they are as the program brings them'),
      categories: z.array(category),
      criteria: z.array(criterion),
    }),
  }),
  'support.save-criteria': command({
    summary: 'Change the criteria and categories; entries that are there keep the reasons they have.',
    permission: 'support.edit',
    input: z.object({
      version: z.number().int(),
      categories: z.array(category).min(1, 'Keep at least one category.').max(10),
      criteria: z
        .array(criterion.extend({ id: id.optional().describe('Left out for a new one') }))
        .max(40, 'Use at most 40 criteria.'),
    }),
    output: z.object({ version: z.number().int() }),
  }),
};
