import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, isoDate, slot } from './parts.ts';

const registerRow = z.object({
  exclusionId: id,
  pupilId: id,
  name: z.string(),
  upn: z.string(),
  form: z.string().optional(),
  date: isoDate,
  slot,
  code: z.string(),
  /** Why this code, in a few words: "taught at Riverside Centre". */
  why: z.string(),
});

const period = { from: isoDate, to: isoDate };

export const registerContract = {
  'register.codes': query({
    summary: 'The code each excluded session should carry in the attendance register, and why.',
    permission: 'register.view',
    input: z.object({ ...period, exclusionId: id.optional() }),
    output: z.object({ rows: z.array(registerRow) }),
  }),
  'register.export': command({
    summary: 'Write the codes of a period as CSV.',
    permission: 'register.view',
    records: 'export',
    input: z.object({ ...period, destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string(), rows: z.number().int() }),
  }),
  'register.compare': query({
    summary: 'Compare a register file (CSV: UPN, date, session, code) with the record, both ways.',
    permission: 'register.view',
    long: true,
    input: z.object({ fileId }),
    output: z.object({
      ...period,
      read: z.number().int(),
      agreeing: z.number().int(),
      clashes: z.array(
        z.object({
          kind: z.enum(['other-code', 'no-mark', 'no-record']),
          name: z.string(),
          upn: z.string(),
          pupilId: id.optional(),
          exclusionId: id.optional(),
          date: isoDate,
          slot,
          registerCode: z.string().optional(),
          recordCode: z.string().optional(),
          text: z.string(),
        }),
      ),
      problems: z.array(fileProblem),
    }),
  }),
};
