import { z } from 'zod';
import { RETURNED_FIELDS } from '../domain/returns/diff-returned.ts';
import { command, query } from './operation.ts';
import { fileId, isoDate } from './parts.ts';

const count = z.number().int();

const difference = z.object({
  name: z.string(),
  upn: z.string(),
  category: z.string(),
  startDate: isoDate,
  /** In words, both sides. */
  fields: z.array(z.object({ field: z.enum(RETURNED_FIELDS), here: z.string(), there: z.string() })),
});

/** Ours (`here`) against an extract (`there`), one school and period after the other. */
const comparison = z.object({
  fileName: z.string(),
  schools: z.array(
    z.object({
      laEstab: z.string(),
      name: z.string(),
      period: z.string(),
      from: isoDate,
      to: isoDate,
      /** False: nothing of this school and period is here at all, which is not the same as nothing in it. */
      received: z.boolean(),
      here: count,
      there: count,
      same: count,
      onlyHere: z.array(difference),
      onlyThere: z.array(difference),
      altered: z.array(difference),
    }),
  ),
});

const exported = z.object({ fileId, fileName: z.string() });

/** What was returned beside what a census extract has. */
export const extractContract = {
  'authority.compare-extract': query({
    summary: 'What was received against a census extract: only here, only there, fields that differ.',
    permission: 'authority.view-pupils',
    records: 'view',
    long: true,
    input: z.object({ fileId }),
    output: comparison,
  }),
  'authority.export-extract': command({
    summary: 'Write the differences from a census extract as CSV.',
    permission: 'authority.view-pupils',
    records: 'export',
    input: z.object({ fileId, destination: fileId.optional() }),
    output: exported,
  }),
  'returns.compare-extract': query({
    summary: 'Our last return of a period against a census extract of our school.',
    permission: 'returns.view',
    long: true,
    input: z.object({ fileId }),
    output: comparison,
  }),
  'returns.export-extract': command({
    summary: 'Write the differences of our last return from a census extract as CSV.',
    permission: 'returns.export',
    records: 'export',
    input: z.object({ fileId, destination: fileId.optional() }),
    output: exported,
  }),
};
