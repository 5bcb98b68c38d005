import { z } from 'zod';
import { exclusionDraft } from './exclusions.ts';
import { command, query } from './operation.ts';
import { id, line, nothing } from './parts.ts';

const waiting = z.object({
  id: z.string(),
  operation: z.string(),
  /** What it does, in words. */
  what: z.string(),
  pupilId: z.string().optional(),
  pupilName: z.string(),
  title: z.string(),
  /** When it was given, UTC ISO, and by whom. */
  givenAt: z.string(),
  givenBy: z.string(),
  state: z.enum(['waiting', 'stopped']),
  /** What the server said to it. */
  said: z.string().optional(),
  /** What was sent, as lines of a list. */
  sent: z.array(z.object({ term: z.string(), detail: z.string() })),
  /** Of an exclusion: as it was entered, to be changed and given again. */
  draft: exclusionDraft.optional(),
});

/** What was given while the server of the shared database could not be reached. */
export const outboxContract = {
  'outbox.status': query({
    summary: 'Whether the server of the shared database can be reached, and how much waits to be sent to it.',
    permission: 'app.use',
    input: nothing,
    output: z.object({
      /** Since when it cannot, and of when what is shown meanwhile is, UTC ISO. */
      away: z
        .object({
          since: z.string(),
          takenAt: z.string(),
          newPassword: z.literal(true).optional().describe('It is back, and asks for a password of now'),
        })
        .optional(),
      waiting: z.number().int(),
      stopped: z.number().int(),
    }),
  }),
  'outbox.list': query({
    summary: 'What waits on this PC to be sent to the shared database, and what the server refused.',
    permission: 'exclusions.view',
    input: nothing,
    output: z.object({ entries: z.array(waiting) }),
  }),
  'outbox.try-again': command({
    summary: 'Send what the server refused once more, and what waits for it.',
    permission: 'exclusions.record',
    input: z.object({ id }),
    output: nothing,
  }),
  'outbox.discard': command({
    summary: 'Take something out of the outbox with a reason; the audit trail keeps what it was.',
    permission: 'exclusions.record',
    input: z.object({ id, reason: line('why it is not sent', 300) }),
    output: nothing,
  }),
  'outbox.printed': command({
    summary: 'Note that a letter was written as a file while the shared database could not be reached.',
    permission: 'letters.view',
    records: 'print',
    input: z.object({
      exclusionId: id,
      templateId: z.string().max(60),
      title: z.string().max(300),
      format: z.string().max(10),
    }),
    output: nothing,
  }),
};
