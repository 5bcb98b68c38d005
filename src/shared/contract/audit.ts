import { z } from 'zod';
import { FINDING_KINDS } from '../domain/audit/types.ts';
import { command, query } from './operation.ts';
import { fileId, id, isoDate, nothing } from './parts.ts';

const OUTCOMES = ['done', 'refused', 'seen', 'left'] as const;

const filter = z.object({
  pupilId: id.optional(),
  userName: z.string().max(120).optional(),
  /** The part of an operation's name before the dot. */
  area: z
    .string()
    .regex(/^[a-z]{1,30}$/)
    .optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** Days in England, both included. */
  from: isoDate.optional(),
  to: isoDate.optional(),
});

const rowId = z.number().int().min(1);

const row = z.object({
  id: rowId,
  at: z.string(),
  userName: z.string(),
  role: z.string(),
  operation: z.string(),
  outcome: z.enum(OUTCOMES),
  subjectType: z.string().optional(),
  subjectId: z.string().optional(),
  pupil: z.object({ id, name: z.string() }).optional(),
});

const line = z.object({
  label: z.string(),
  value: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
});

/** Who did what, when: reading the audit trail, checking it and taking it away as a file. */
export const auditContract = {
  'audit.list': query({
    summary: 'The audit trail, newest first, a page at a time: of everybody, a person, a pupil or an area.',
    permission: 'audit.view',
    input: filter.extend({
      /** Only rows before this one, for the next page. */
      before: rowId.optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(row),
      /** Give it as `before` for the next page; missing on the last. */
      next: rowId.optional(),
    }),
  }),
  'audit.row': query({
    summary: 'One row of the audit trail with what it keeps: before and after, line by line.',
    permission: 'audit.view',
    input: z.object({ id: rowId }),
    output: row.extend({
      lines: z.array(line),
      /** The detail was erased with the pupil’s data. */
      erased: z.boolean(),
      chained: z.boolean(),
    }),
  }),
  'audit.choices': query({
    summary: 'Whom and which areas the audit trail can be narrowed to.',
    permission: 'audit.view',
    input: nothing,
    output: z.object({ names: z.array(z.string()), areas: z.array(z.string()) }),
  }),
  'audit.verify': query({
    summary: 'Check every row of the audit trail: altered, removed, reordered or put in.',
    permission: 'audit.view',
    long: true,
    input: nothing,
    output: z.object({
      rows: z.number().int(),
      /** Rows from before the trail was a chain. */
      older: z.number().int(),
      found: z.number().int(),
      findings: z.array(
        z.object({
          kind: z.enum(FINDING_KINDS),
          rowId: z.number().int(),
          toId: z.number().int().optional(),
          what: z.string(),
        }),
      ),
      /** Backups whose note of the trail’s end was compared. */
      backups: z.number().int(),
    }),
  }),
  'audit.export': command({
    summary: 'Write rows of the audit trail as CSV, with what each keeps.',
    permission: 'audit.view',
    records: 'export',
    input: filter.extend({
      destination: fileId.optional().describe('Where to write; the window asks with a dialog instead'),
    }),
    output: z.object({ fileId, fileName: z.string(), rows: z.number().int() }),
  }),
  'audit.note-print': command({
    summary: 'Note in the audit trail that a screen is being printed.',
    permission: 'app.use',
    records: 'print',
    input: z.object({
      /** The address of the screen within the program, without what was searched for. */
      screen: z.string().regex(/^\/[\w/-]{0,160}$/),
      exclusionId: id.optional(),
    }),
    output: nothing,
  }),
};
