import { z } from 'zod';
import { RETURNED_FIELDS } from '../domain/returns/diff-returned.ts';
import { CENSUS_TERMS, PERIOD_KINDS, RETURN_FORMATS } from '../domain/returns/types.ts';
import { VERDICT_FIXES, VERDICT_RULES } from '../domain/returns/verdict.ts';
import { command, query } from './operation.ts';
import { exclusionState, fileId, id, isoDate, line, nothing, returnedExclusion } from './parts.ts';

export const returnPeriod = z.object({
  kind: z.enum(PERIOD_KINDS),
  /** In words, as given out; what is given in is not read. */
  name: z.string().max(80).default(''),
  term: z.enum(CENSUS_TERMS).optional(),
  /** Calendar year of a census and of an annual return; first year of the school year of a term. */
  year: z.number().int().min(2003).max(2100).optional(),
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
  period: z.object({ kind: z.enum(PERIOD_KINDS), name: z.string(), from: isoDate, to: isoDate }),
  version: z.number().int(),
  format: z.enum(RETURN_FORMATS),
  fileName: z.string(),
  /** Of the very file, sealed where it is. */
  sha256: z.string(),
  nil: z.boolean(),
  /** Fingerprint of the authority's key it is sealed for; none for one that anybody can open. */
  sealedFor: z.string().optional(),
  counts,
  exportedBy: z.string(),
  exportedAt: z.string(),
});

const verdict = {
  verdict: z.enum(['in', 'out']),
  /** The named rule behind the verdict. */
  verdictRule: z.enum(VERDICT_RULES),
  /** The same in words. */
  why: z.string(),
  /** Where the way out begins; missing where there is nothing to do. */
  fix: z.enum(VERDICT_FIXES).optional(),
};

const problem = z.object({
  severity: z.enum(['error', 'query']),
  /** Our number for the check; docs/returns.md has them all. */
  rule: z.string(),
  /** The check itself, of which several may share a number. */
  check: z.string(),
  /** What the check asks for, and why. */
  title: z.string(),
  ground: z.string(),
  /** Which record it is put right in. */
  at: z.enum(['exclusion', 'pupil']),
  message: z.string(),
  /** What the school says about a query; it travels with the return. */
  explanation: z.object({ text: z.string(), by: z.string(), at: z.string() }).optional(),
});

export const returnsContract = {
  'returns.periods': query({
    summary: 'The periods a return can be made for: censuses, school years and terms, newest first.',
    permission: 'returns.view',
    input: nothing,
    output: z.object({ periods: z.array(returnPeriod) }),
  }),
  'returns.check': query({
    summary: 'Every record of a period: in the return or out of it, why, and what is wrong with it.',
    permission: 'returns.view',
    input: z.object({ period: returnPeriod }),
    output: z.object({
      period: returnPeriod,
      counts,
      /** Whether lunchtimes go in. */
      lunchtimes: z.boolean(),
      nil: z.boolean(),
      errors: z.number().int(),
      queries: z.number().int(),
      /** Of the queries, those the school has explained. */
      explained: z.number().int(),
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
          /** The pupil's last day, where it is before the day that decides who is on roll. */
          leftOn: isoDate.optional(),
          ...verdict,
          problems: z.array(problem),
        }),
      ),
    }),
  }),
  'returns.record': query({
    summary: 'How one exclusion stands in the return of the census that takes it first.',
    permission: 'returns.view',
    records: 'view',
    input: z.object({ exclusionId: id }),
    output: z.object({
      /** None for a draft without a date, which no census takes yet. */
      found: z.object({ period: returnPeriod, ...verdict, problems: z.array(problem) }).optional(),
    }),
  }),
  'returns.explain': command({
    summary: 'Say why a query may stand, or take that back; it travels with the return.',
    permission: 'returns.export',
    input: z.object({
      exclusionId: id,
      /** The number of the check, `X10`. */
      rule: z.string().max(10),
      explanation: line('an explanation', 500).nullable(),
    }),
    output: nothing,
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
    records: 'export',
    input: z.object({
      period: returnPeriod,
      format: z.enum(RETURN_FORMATS),
      /** Encrypt it for the authority and sign it. */
      seal: z.boolean().default(false),
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
  'returns.differences': query({
    summary: 'What a version of a return has more, less or other than the version before it.',
    permission: 'returns.view',
    input: z.object({ receiptId: id }),
    output: z.object({
      /** The version before; none for the first. */
      former: z.object({ version: z.number().int(), exportedAt: z.string() }).optional(),
      /** False where one of the two was made before what was sent was kept. */
      known: z.boolean(),
      added: z.array(returnedExclusion),
      takenOut: z.array(returnedExclusion),
      altered: z.array(
        z.object({
          before: returnedExclusion,
          after: returnedExclusion,
          fields: z.array(z.enum(RETURNED_FIELDS)),
        }),
      ),
      same: z.number().int(),
    }),
  }),
};
