import { z } from 'zod';
import { CELL_STATES } from '../domain/returns/who-has-sent.ts';
import { command, query } from './operation.ts';
import { fileId, id, isoDate, schoolYear } from './parts.ts';
import { laEstab } from './receiving.ts';

const period = z.object({ from: isoDate, to: isoDate, name: z.string().max(80) });

export const notSentContract = {
  'authority.not-sent': query({
    summary:
      'Schools by periods of a school year: what each has sent, late or replaced, and what is missing.',
    permission: 'authority.view',
    input: z.object({ schoolYear: schoolYear.optional() }),
    output: z.object({
      schoolYear,
      /** School years that may be asked for, newest first. */
      years: z.array(schoolYear),
      periods: z.array(
        period.extend({
          dueOn: isoDate,
          /** The authority has set the date itself. */
          setHere: z.boolean(),
          /** Schools that should have sent, and how many have. */
          expected: z.number().int(),
          sent: z.number().int(),
        }),
      ),
      schools: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          phase: z.string(),
          /** In the order of the periods. */
          cells: z.array(
            z.object({
              state: z.enum(CELL_STATES),
              late: z.boolean(),
              /** A later version has taken the place of one that came before. */
              replaced: z.boolean(),
              receivedId: id.optional(),
              receivedAt: z.string().optional(),
              /** When the school was last asked for it. */
              askedAt: z.string().optional(),
              timesAsked: z.number().int(),
            }),
          ),
        }),
      ),
    }),
  }),
  'authority.set-due-date': command({
    summary: 'Set the day by which returns of a period are due, or go back to 14 days after the census day.',
    permission: 'authority.import',
    input: z.object({ period, dueOn: isoDate.nullable() }),
    output: z.object({ dueOn: isoDate }),
  }),
  'authority.chase': command({
    summary: 'Write letters to schools whose return is missing, and note that they were asked.',
    permission: 'authority.import',
    records: 'export',
    input: z.object({
      period,
      laEstabs: z.array(laEstab).min(1).max(2000),
      format: z.enum(['pdf', 'docx']),
      destination: fileId.optional(),
    }),
    output: z.object({ letters: z.number().int(), fileId, fileName: z.string() }),
  }),
  'authority.export-not-sent': command({
    summary: 'Write the schools whose return is missing as a list.',
    permission: 'authority.import',
    records: 'export',
    input: z.object({
      schoolYear: schoolYear.optional(),
      format: z.enum(['csv', 'xlsx']),
      destination: fileId.optional(),
    }),
    output: z.object({ schools: z.number().int(), fileId, fileName: z.string() }),
  }),
};
