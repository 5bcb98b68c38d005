import { z } from 'zod';
import { RETURN_FORMATS } from '../domain/returns/types.ts';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, schoolYear } from './parts.ts';
import { counts } from './returns.ts';

export const receivingContract = {
  'authority.import': command({
    summary: 'Import schools’ returns: each file whole or not at all.',
    permission: 'authority.import',
    long: true,
    input: z.object({ fileIds: z.array(fileId).min(1).max(5000) }),
    output: z.object({
      files: z.array(
        z.object({
          fileName: z.string(),
          outcome: z.enum(['imported', 'replaced', 'older', 'duplicate', 'refused', 'not-read']),
          school: z.object({ laEstab: z.string(), name: z.string() }).optional(),
          period: z.string().optional(),
          nil: z.boolean(),
          counts: counts.optional(),
          message: z.string(),
          problems: z.array(fileProblem),
        }),
      ),
    }),
  }),
  'authority.schools': query({
    summary: 'Schools with totals by kind, sessions and days, for a school year or all.',
    permission: 'authority.view',
    input: z.object({ schoolYear: schoolYear.optional() }),
    output: z.object({
      years: z.array(schoolYear),
      rows: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          phase: z.string(),
          returns: z.number().int(),
          nilReturns: z.number().int(),
          lastReceived: z.string().optional(),
          pupils: z.number().int(),
          fixedPeriod: z.number().int(),
          permanent: z.number().int(),
          lunchtime: z.number().int(),
          sessions: z.number().int(),
        }),
      ),
    }),
  }),
  'authority.received': query({
    summary: 'Files the authority has accepted, newest first.',
    permission: 'authority.view',
    input: z.object({ laEstab: z.string().optional(), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({
      files: z.array(
        z.object({
          id,
          fileName: z.string(),
          schoolName: z.string(),
          laEstab: z.string(),
          period: z.string(),
          format: z.enum(RETURN_FORMATS),
          sha256: z.string(),
          current: z.boolean(),
          nil: z.boolean(),
          counts,
          receivedAt: z.string(),
          receivedBy: z.string(),
        }),
      ),
    }),
  }),
  'authority.write-demonstration-returns': command({
    summary: 'Write the demonstration area’s returns of the latest census as files, to try the import with.',
    permission: 'authority.import',
    input: z.object({ destination: fileId.optional() }),
    output: z.object({ files: z.number().int(), folder: z.string(), fileId }),
  }),
};
