import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';

const level = z.enum(['high', 'medium', 'low', 'tier-1', 'tier-2', 'tier-3']);

const prompt = z.object({
  kind: z.enum(['no-key-worker', 'review-due', 'sign-off-proposed', 'left', 'no-meeting']),
  /** Since when it is due. */
  on: isoDate,
  text: z.string(),
});

const basis = z.enum(['criteria', 'date', 'decision']);

const signedOff = z.object({
  on: isoDate,
  by: z.string(),
  reason: z.string(),
  /** What it went by; missing where this was not asked yet. */
  as: basis.optional(),
});

/** An entry of the at-risk register as lists have it. */
export const riskEntry = z.object({
  id,
  version: z.number().int(),
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  categories: z.array(z.string()),
  why: z.array(z.string()),
  since: isoDate,
  /** The day on which the present period is over. */
  reviewOn: isoDate,
  /** `staffId` is missing for one from before there was a directory. */
  keyWorker: z
    .object({ name: z.string(), role: z.string(), from: isoDate, staffId: id.optional() })
    .optional(),
  suggestedRole: z.string().optional(),
  lastMeetingOn: isoDate.optional(),
  prompts: z.array(prompt),
  level: level.optional(),
  /** 1 for a pupil who was never on the register before. */
  times: z.number().int(),
  signedOff: signedOff.optional(),
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
      entries: z.array(riskEntry),
      /** Over all open entries. */
      due: z.object({
        keyWorkers: z.number().int(),
        reviews: z.number().int(),
        /** Proposed because nothing of the criteria is met, or the pupil has left. */
        signOffs: z.number().int(),
        meetings: z.number().int(),
      }),
      levels: z.array(level).describe('Those that are used here, if any'),
    }),
  }),
  'support.entry': query({
    summary: 'One entry of the at-risk register with its periods, key workers and meetings.',
    permission: 'support.view',
    records: 'view',
    input: z.object({ entryId: id }),
    output: riskEntry.extend({
      /** Who put the pupil on the register, or issued, booked or noted what did. */
      raisedBy: z.string(),
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
      meetings: z.array(
        z.object({
          on: isoDate,
          keyWorker: z.string(),
          minutes: z.number().int().optional(),
          note: z.string().optional(),
        }),
      ),
      levels: z.array(level).describe('Those that are used here, if any'),
      /** Every factor in use here or noted of the pupil; `on`: noted, and since when. */
      factors: z.array(
        z.object({
          id,
          kind: z.enum(['risk', 'resilience']),
          name: z.string(),
          on: isoDate.optional(),
        }),
      ),
      procedure: z.object({
        periodWeeks: z.number().int(),
        meetingDays: z.number().int(),
        meetingMinutes: z.number().int(),
        signOff: z.enum(['decision', 'criteria', 'six-weeks']),
      }),
      /** The times before on the register, the latest first. */
      earlier: z.array(z.object({ entryId: id, since: isoDate, signedOff: signedOff.optional() })),
      /** The latest first. */
      attendance: z.array(z.object({ on: isoDate, percent: z.number(), source: z.string() })),
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
    summary:
      'Name the key worker of a pupil at risk: one person at a time, out of the directory or new in it.',
    permission: 'support.edit',
    input: z.object({
      ...opened,
      staffId: id.optional().describe('Somebody of the directory; else a name'),
      name: line('the name', 80).optional(),
      role: line('the role', 80).optional().describe('Left out: the role of the directory'),
      somebodyElse: z
        .boolean()
        .default(false)
        .describe('The name is like one of the directory and yet another person’s'),
    }),
    output: z.object({ staffId: id }),
  }),
  'support.add-meeting': command({
    summary: 'Note a meeting of a pupil with the key worker.',
    permission: 'support.edit',
    input: z.object({
      entryId: id,
      on: isoDate,
      minutes: z
        .number()
        .int()
        .min(1, 'Enter the minutes.')
        .max(600, 'Enter at most 600 minutes.')
        .optional(),
      note: z.string().trim().max(1000).optional(),
    }),
    output: nothing,
  }),
  'support.sign-off': command({
    summary: 'Sign a pupil off the at-risk register, with the reason and what it goes by.',
    permission: 'support.edit',
    input: z.object({
      ...opened,
      as: basis
        .default('decision')
        .describe('criteria: none is met any more; date: the period is over; decision: a person decided'),
      reason: line('why', 400),
    }),
    output: nothing,
  }),
  'support.reassign': command({
    summary: 'Keep a pupil who is still at risk on the register for another period.',
    permission: 'support.edit',
    input: z.object({ ...opened, reason: line('why', 400) }),
    output: z.object({ reviewOn: isoDate }),
  }),
  'support.set-risk': command({
    summary: 'Note how strongly a pupil is at risk, and the risk and resilience factors.',
    permission: 'support.edit',
    input: z.object({
      ...opened,
      level: level.optional().describe('Left out: none'),
      factorIds: z.array(id).max(60).describe('All that are noted from now on'),
    }),
    output: nothing,
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
};
