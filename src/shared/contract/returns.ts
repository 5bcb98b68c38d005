import { z } from 'zod';
import { RETURN_FORMATS } from '../domain/returns/types.ts';
import { command, query } from './operation.ts';
import { exclusionState, fileId, id, isoDate, nothing } from './parts.ts';

export const returnPeriod = z.object({
  name: z.string().max(60),
  term: z.enum(['AUT', 'SPR', 'SUM']),
  /** Calendar year of the census. */
  year: z.number().int().min(2003).max(2100),
  from: isoDate,
  to: isoDate,
});

export const counts = z.object({
  pupils: z.number().int(),
  fixedPeriod: z.number().int(),
  permanent: z.number().int(),
  lunchtime: z.number().int(),
  sessions: z.number().int(),
});

const receipt = z.object({
  id,
  period: z.object({ name: z.string(), from: isoDate, to: isoDate }),
  version: z.number().int(),
  format: z.enum(RETURN_FORMATS),
  fileName: z.string(),
  sha256: z.string(),
  nil: z.boolean(),
  counts,
  exportedBy: z.string(),
  exportedAt: z.string(),
});

export const returnsContract = {
  'returns.periods': query({
    summary: 'The census windows around today, newest first.',
    permission: 'returns.view',
    input: nothing,
    output: z.object({ periods: z.array(returnPeriod) }),
  }),
  'returns.check': query({
    summary: 'Every record of a period: in the return or out of it, why, and what is wrong with it.',
    permission: 'returns.view',
    input: z.object({ period: returnPeriod }),
    output: z.object({
      counts,
      /** Whether lunchtimes go in. */
      lunchtimes: z.boolean(),
      nil: z.boolean(),
      errors: z.number().int(),
      queries: z.number().int(),
      records: z.array(
        z.object({
          exclusionId: id,
          pupilId: id,
          name: z.string(),
          upn: z.string(),
          category: z.string(),
          state: exclusionState,
          startDate: isoDate.optional(),
          sessions: z.number().int().optional(),
          verdict: z.enum(['in', 'out']),
          /** The named rule behind the verdict, in words. */
          why: z.string(),
          problems: z.array(
            z.object({
              severity: z.enum(['error', 'query']),
              /** Our number for the check; docs/returns.md has them all. */
              rule: z.string(),
              /** Which record it is put right in. */
              at: z.enum(['exclusion', 'pupil']),
              message: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  'returns.include-lunchtimes': command({
    summary: 'Say whether lunchtimes go in the return; they count towards the limits in any case.',
    permission: 'returns.export',
    input: z.object({ include: z.boolean() }),
    output: nothing,
  }),
  'returns.export': command({
    summary: 'Write the return as a file, with a receipt; a period without records makes a nil return.',
    permission: 'returns.export',
    input: z.object({
      period: returnPeriod,
      format: z.enum(RETURN_FORMATS),
      destination: fileId.optional().describe('Where to write; the window asks with a dialog instead'),
    }),
    output: receipt.extend({ fileId }),
  }),
  'returns.history': query({
    summary: 'Receipts of the returns that were exported.',
    permission: 'returns.view',
    input: nothing,
    output: z.object({ receipts: z.array(receipt) }),
  }),
};
