import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';
import { referral } from './referrals.ts';

const targetState = z.enum(['open', 'met', 'partly-met', 'not-met', 'dropped']);

const text = (max = 400) => z.string().trim().max(max, `Use at most ${max} characters.`);

/** A target as it is written; one without an id is new. */
const targetDraft = z.object({
  id: id.optional(),
  target: line('the target', 300),
  measure: text().optional().describe('By what one sees that it is met'),
  support: text().optional().describe('What is done towards it, and by whom'),
});

const target = z.object({
  id,
  target: z.string(),
  measure: z.string().optional(),
  support: z.string().optional(),
  state: targetState,
  /** Its last two reviews found it not met. */
  notMetTwice: z.boolean(),
});

const review = z.object({
  on: isoDate,
  note: z.string(),
  by: z.string(),
  nextReviewOn: isoDate.optional(),
  /** In the order of the plan; targets that came later are left out. */
  outcome: z.array(z.object({ target: z.string(), state: targetState })),
});

const plan = z.object({
  id,
  version: z.number().int(),
  from: isoDate,
  reviewOn: isoDate,
  standing: z.enum(['due', 'soon', 'later', 'none']).describe('How its review stands today'),
  pupilSignedOn: isoDate.optional(),
  parentSignedOn: isoDate.optional(),
  closed: z.object({ on: isoDate, why: z.string() }).optional(),
  writtenBy: z.string(),
  targets: z.array(target),
  /** The latest first. */
  reviews: z.array(review),
});

const row = z.object({
  id,
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  from: isoDate,
  reviewOn: isoDate,
  standing: z.enum(['due', 'soon', 'later', 'none']),
  targets: z.number().int().describe('Without dropped ones'),
  met: z.number().int(),
  /** Targets not met at two reviews in a row. */
  notMetTwice: z.array(z.string()),
  keyWorker: z.string().optional(),
  closed: z.object({ on: isoDate, why: z.string() }).optional(),
});

const signed = {
  pupilSignedOn: isoDate.optional(),
  parentSignedOn: isoDate.optional(),
};

const opened = { planId: id, version: z.number().int() };

const targets = z.array(targetDraft).min(1, 'Enter a target.').max(12, 'Use at most 12 targets.');

export const plansContract = {
  'plans.list': query({
    summary: 'Plans of support, and which reviews are due.',
    permission: 'support.view',
    input: z.object({ state: z.enum(['open', 'closed']).default('open') }),
    output: z.object({ plans: z.array(row), due: z.number().int().describe('Over all open plans') }),
  }),
  'plans.pupil': query({
    summary: 'What is done for a pupil: plans, courses, referrals, and what panels decided.',
    permission: 'support.view',
    records: 'view',
    input: z.object({ pupilId: id }),
    output: z.object({
      pupilId: id,
      name: z.string(),
      form: z.string().optional(),
      /** The open entry of the at-risk register, or the last one. */
      entry: z
        .object({ id, since: isoDate, signedOffOn: isoDate.optional(), keyWorker: z.string().optional() })
        .optional(),
      plan: plan.optional(),
      /** Closed ones, the latest first. */
      earlier: z.array(plan),
      /** When a plan that begins or is reviewed today would be looked at next. */
      nextReviewOn: isoDate,
      courses: z.array(
        z.object({
          course: z.string(),
          total: z.number().int(),
          done: z.number().int(),
          lastOn: isoDate,
          at: z.array(z.string()).describe('Where, in the order of the sessions'),
        }),
      ),
      referrals: z.array(referral),
      panels: z.array(
        z.object({
          panelId: id,
          on: isoDate,
          held: z.boolean(),
          why: z.string(),
          decision: z.string().optional(),
          owner: z.string().optional(),
          dueOn: isoDate.optional(),
          doneOn: isoDate.optional(),
        }),
      ),
    }),
  }),
  'plans.start': command({
    summary: 'Begin a plan of support for a pupil, with its targets; one open at a time.',
    permission: 'support.edit',
    input: z.object({
      pupilId: id,
      reviewOn: isoDate.optional().describe('At the end of the half term when left out'),
      ...signed,
      targets,
    }),
    output: z.object({ planId: id, reviewOn: isoDate }),
  }),
  'plans.save': command({
    summary: 'Change a plan of support; a target that is left out is dropped and stays in its reviews.',
    permission: 'support.edit',
    input: z.object({ ...opened, reviewOn: isoDate, ...signed, targets }),
    output: nothing,
  }),
  'plans.review': command({
    summary: 'Note a review of a plan: how each target stands, and when it is looked at next.',
    permission: 'support.edit',
    input: z.object({
      ...opened,
      on: isoDate.optional().describe('Today when left out'),
      note: line('what the review came to', 2000),
      outcome: z
        .array(z.object({ targetId: id, state: z.enum(['met', 'partly-met', 'not-met', 'dropped']) }))
        .max(60),
      nextReviewOn: isoDate.optional().describe('At the end of the half term when left out'),
    }),
    output: z.object({ reviewOn: isoDate }),
  }),
  'plans.close': command({
    summary: 'Close a plan of support, with the reason.',
    permission: 'support.edit',
    input: z.object({ ...opened, why: line('why', 400) }),
    output: nothing,
  }),
};
