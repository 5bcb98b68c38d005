import { z } from 'zod';
import { command, query } from './operation.ts';
import { isoDate, nothing } from './parts.ts';

export const healthContract = {
  'health.check': query({
    summary: 'How the server of the shared database is, in sentences, with what to do.',
    permission: 'backups.manage',
    input: nothing,
    output: z.object({
      lines: z.array(z.object({ state: z.enum(['good', 'look', 'bad']), text: z.string() })),
    }),
  }),
  'health.note-backup': command({
    summary: 'Note when the server of the shared database was last backed up; the server makes the backup.',
    permission: 'backups.manage',
    input: z.object({
      on: isoDate.describe('The day of the backup'),
      tried: z.boolean().describe('It was restored on another machine, and the records were there'),
    }),
    output: nothing,
  }),
  'health.sql-changes': query({
    summary: 'What was changed in the shared database past First Day, by whose login; the newest first.',
    permission: 'audit.view',
    input: nothing,
    output: z.object({
      changes: z.array(
        z.object({
          at: z.string().describe('UTC ISO'),
          login: z.string(),
          program: z.string().optional(),
          address: z.string().optional(),
          table: z.string(),
          change: z.enum(['insert', 'update', 'delete', 'truncate']),
        }),
      ),
      more: z.boolean().describe('There are older ones that are not shown'),
    }),
  }),
};
