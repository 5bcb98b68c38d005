import { z } from 'zod';
import { command, query } from './operation.ts';
import { dayWithRoom, fileId, id, isoDate, line, nothing, slot } from './parts.ts';

/** One duty of a case in words, with its rule, its day and what became of it. */
export const dutyView = z.object({
  key: z.string(),
  title: z.string(),
  party: z.string().describe('Whom it is owed to, in the words of the rule set'),
  owedBy: z.enum(['school', 'governors', 'authority', 'parents', 'panel']),
  basis: z.enum(['law', 'guidance', 'promise']),
  /** "By Mon 9 June 2025", "Without delay", "Between Mon 9 June and Fri 20 June 2025", "Once a meeting is set". */
  due: z.string(),
  dueBy: isoDate.optional(),
  dueSlot: slot.optional(),
  notBefore: isoDate.optional(),
  withoutDelay: z.boolean(),
  /** Why it is owed in this case, in one sentence. */
  why: z.string(),
  working: z.array(z.object({ type: z.enum(['counted', 'closed']), text: z.string() })),
  source: z.string(),
  certainty: z.enum(['read', 'unconfirmed']),
  /** The safer reading taken where the source is uncertain. */
  reading: z.string().optional(),
  status: z.enum(['due', 'overdue', 'waiting', 'done', 'no-longer-owed']),
  fulfilled: z
    .object({
      on: isoDate,
      how: z.string(),
      byWhom: z.string(),
      evidence: z.string().optional(),
      recordedBy: z.string(),
      recordedAt: z.string(),
    })
    .optional(),
  /** The one action that does it, when there is one better than noting that it was done. */
  action: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('letter'), templateId: z.string(), label: z.string() }),
      z.object({ type: z.literal('places'), label: z.string() }),
      z.object({ type: z.literal('event'), event: z.string(), label: z.string() }),
    ])
    .optional(),
});

const dutyChange = z.object({
  key: z.string(),
  title: z.string(),
  /** "Moved from Mon 9 June to Tue 10 June 2025 because the school calendar was changed." */
  text: z.string(),
  at: z.string(),
  userName: z.string(),
});

const boardDuty = dutyView.extend({
  exclusionId: id,
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  caseTitle: z.string(),
});

export const dutiesContract = {
  'duties.list': query({
    summary: 'What one exclusion obliges: to whom, by when with the working, and what is done.',
    permission: 'duties.view',
    records: 'view',
    input: z.object({ exclusionId: id }),
    output: z.object({ duties: z.array(dutyView), changes: z.array(dutyChange) }),
  }),
  'duties.board': query({
    summary: 'Duties of all cases that are overdue, due on a day, or due in the week after it.',
    permission: 'duties.view',
    input: z.object({ date: dayWithRoom.optional() }),
    output: z.object({
      date: isoDate,
      overdue: z.array(boardDuty),
      today: z.array(boardDuty),
      /** To the seventh day after. */
      week: z.array(boardDuty),
      /** Fulfilled on the day itself, so that what was just done is still seen. */
      done: z.array(boardDuty),
    }),
  }),
  'duties.fulfil': command({
    summary: 'Note that a duty was done: when, how, by whom, with what evidence.',
    permission: 'duties.fulfil',
    input: z.object({
      exclusionId: id,
      key: z.string().max(60),
      on: isoDate,
      how: line('how it was done', 120),
      byWhom: line('who did it', 80),
      evidence: z.string().trim().max(500).optional(),
    }),
    output: nothing,
  }),
  'duties.reopen': command({
    summary: 'Take back that a duty was done; what was noted stays in the history.',
    permission: 'duties.fulfil',
    input: z.object({ exclusionId: id, key: z.string().max(60), reason: line('why', 200) }),
    output: nothing,
  }),
  'duties.export-calendar': command({
    summary:
      'Write the deadlines that are not done as a calendar file (.ics), with initials instead of names.',
    permission: 'duties.view',
    records: 'export',
    input: z.object({ destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string(), deadlines: z.number().int() }),
  }),
};
