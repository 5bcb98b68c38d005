import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, isoDate } from './parts.ts';

const on = isoDate
  .optional()
  .describe('The last day the figures cover, for a file that has no column for it');

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Pupils who come on the register. */
  raised: z.number().int(),
  /** Pupils whose entry has the figure as a further reason, or in place of an older one. */
  added: z.number().int(),
});

export const attendanceImportContract = {
  'support.preview-attendance': query({
    summary:
      'Dry run of a CSV of attendance (UPN, percent, last day): what would be noted, and who comes on the register.',
    permission: 'support.edit',
    input: z.object({ fileId, on }),
    output: z.object({
      sha256: z.string(),
      counts,
      rows: z.array(
        z.object({
          line: z.number().int(),
          pupilId: id,
          name: z.string(),
          on: isoDate,
          percent: z.number(),
          /** The figure of that day before. */
          before: z.number().optional(),
          outcome: z.enum(['new', 'changed', 'unchanged']),
          register: z.enum(['raised', 'added', 'unchanged']),
        }),
      ),
      /** Warnings: with an error nothing is read. */
      problems: z.array(fileProblem),
    }),
  }),
  'support.import-attendance': command({
    summary:
      'Note the attendance of a CSV, all of it or nothing; who is below a limit comes on the register.',
    permission: 'support.edit',
    backsUpFirst: true,
    input: z.object({
      fileId,
      on,
      sha256: z.string().max(64).optional().describe('As previewed; refused when the file has changed since'),
    }),
    output: z.object({ counts, fileName: z.string() }),
  }),
};
