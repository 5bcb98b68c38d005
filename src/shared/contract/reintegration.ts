import { z } from 'zod';
import { command, query } from './operation.ts';
import { clockTime, id, isoDate, line, nothing } from './parts.ts';

const account = z.string().trim().max(2000, 'Use at most 2,000 characters.');

const stepKind = z.enum(['one-week', 'four-weeks', 'part-time', 'restorative', 'other']);

/** What is noted of the way back; what is left out is not noted. */
const noted = {
  invitedOn: isoDate.optional().describe('The day on which the parents were invited'),
  invitedHow: z.string().trim().max(120, 'Use at most 120 characters.').optional(),
  meetingOn: isoDate.optional().describe('The day for which the meeting is set'),
  meetingAt: clockTime.optional(),
  heldOn: isoDate.optional().describe('The day on which the meeting was held'),
  present: z.string().trim().max(500, 'Use at most 500 characters.').optional().describe('Who came'),
  agreed: account.optional(),
  whatWorked: account.optional().describe('What helped this pupil: shown at the next exclusion'),
};

const step = z.object({
  id,
  version: z.number().int(),
  kind: stepKind,
  title: z.string(),
  who: z.string(),
  /** Of a part-time return its first day. */
  from: isoDate.optional(),
  /** Of a part-time return its last day. */
  dueOn: isoDate,
  detail: z.string().optional(),
  state: z.enum(['to-come', 'due', 'overdue', 'done']),
  doneOn: isoDate.optional(),
  outcome: z.string().optional(),
});

const worked = z.object({
  exclusionId: id.optional().describe('Left out for what an earlier school handed on'),
  school: z.string().optional().describe('The earlier school'),
  startDate: isoDate,
  /** The day of the meeting, where one was held. */
  heldOn: isoDate.optional(),
  whatWorked: z.string(),
});

const opened = { exclusionId: id, version: z.number().int().describe('0 while nothing is noted') };

const openedStep = { stepId: id, version: z.number().int() };

export const reintegrationContract = {
  'reintegration.get': query({
    summary:
      'The way back after an exclusion: invitation, meeting, what follows, and the provider’s reports.',
    permission: 'exclusions.view',
    records: 'view',
    input: z.object({ exclusionId: id }),
    output: z.object({
      exclusionId: id,
      version: z.number().int(),
      /** Why nothing is asked for in this case, as a sentence. */
      asksNothing: z.string().optional(),
      /** As recorded, or else as it is owed. */
      firstDayBack: isoDate.optional(),
      ...noted,
      recordedBy: z.string().optional(),
      /** The duty about the meeting, where the case has or had one. */
      duty: z
        .object({
          owed: z.boolean(),
          dueBy: isoDate.optional(),
          done: z.object({ on: isoDate, how: z.string(), byWhom: z.string() }).optional(),
        })
        .optional(),
      steps: z.array(step),
      warnings: z.array(z.string()),
      /** Missing for who may not see stays. */
      reports: z
        .array(
          z.object({
            placementId: id,
            providerName: z.string(),
            from: isoDate,
            to: isoDate,
            report: z
              .object({
                work: z.string(),
                behaviour: z.string(),
                nextSteps: z.string(),
                finishedOn: isoDate.optional(),
              })
              .optional(),
          }),
        )
        .optional(),
      /** What worked after other exclusions of the pupil, the latest first. */
      earlier: z.array(worked),
    }),
  }),
  'reintegration.what-worked': query({
    summary: 'What helped a pupil after earlier exclusions, the latest first.',
    permission: 'exclusions.view',
    input: z.object({ pupilId: id }),
    output: z.object({ worked: z.array(worked) }),
  }),
  'reintegration.save': command({
    summary: 'Note the invitation, the meeting, what was agreed and what worked. A meeting does its duty.',
    permission: 'exclusions.record',
    input: z.object({ ...opened, ...noted }),
    output: z.object({ version: z.number().int() }),
  }),
  'reintegration.plan-looks': command({
    summary: 'Name who looks in one and four school weeks after the first day back.',
    permission: 'exclusions.record',
    input: z.object({ exclusionId: id, who: line('who looks in', 80) }),
    output: z.object({ days: z.array(isoDate) }),
  }),
  'reintegration.add-step': command({
    summary: 'Agree a part-time return with its last day, a restorative meeting, or something else.',
    permission: 'exclusions.record',
    input: z.object({
      exclusionId: id,
      kind: z.enum(['part-time', 'restorative', 'other']),
      who: line('who sees to it', 80),
      from: isoDate.optional().describe('First day of a part-time return'),
      dueOn: isoDate.describe('By when; of a part-time return its last day'),
      detail: z.string().trim().max(500, 'Use at most 500 characters.').optional(),
      reason: z
        .string()
        .trim()
        .max(500, 'Use at most 500 characters.')
        .optional()
        .describe('Why a part-time return takes longer than six weeks'),
    }),
    output: z.object({ stepId: id }),
  }),
  'reintegration.finish-step': command({
    summary: 'Note what came of a look, of a part-time return, of a restorative meeting.',
    permission: 'exclusions.record',
    input: z.object({
      ...openedStep,
      doneOn: isoDate,
      outcome: line('what came of it', 1000),
    }),
    output: nothing,
  }),
  'reintegration.remove-step': command({
    summary: 'Take away something that was to follow. The audit trail keeps it.',
    permission: 'exclusions.record',
    input: z.object({ ...openedStep, reason: line('why', 200) }),
    output: nothing,
  }),
};
