import { z } from 'zod';
import { RETURNED_FIELDS } from '../domain/returns/diff-returned.ts';
import { IMPORT_OUTCOMES } from '../domain/returns/import-outcomes.ts';
import { RETURN_FORMATS } from '../domain/returns/types.ts';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, returnedExclusion, schoolYear } from './parts.ts';
import { counts } from './returns.ts';

export const laEstab = z.string().regex(/^\d{7}$/, 'A school’s number has seven figures.');

export const fileOutcome = z.object({
  fileName: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  school: z.object({ laEstab: z.string(), name: z.string() }).optional(),
  period: z.string().optional(),
  nil: z.boolean(),
  counts: counts.optional(),
  message: z.string(),
  problems: z.array(fileProblem),
  /** The return as it is kept; of a copy, the one that was here already. */
  receivedId: id.optional(),
  /** Where a refused file is kept. */
  quarantineId: id.optional(),
  /** To import a file that was not read. */
  fileId: fileId.optional(),
});

export const imported = z.object({
  /** How many files there were of each outcome. */
  totals: z.record(z.enum(IMPORT_OUTCOMES), z.number().int()),
  /** What became of each file, in order; of very many, those that need a look, and as many others as there is room for. */
  files: z.array(fileOutcome),
  unlisted: z.number().int(),
});

const version = z.object({
  fileName: z.string(),
  createdAt: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  counts,
});

export const receivingContract = {
  'authority.import': command({
    summary: 'Import schools’ returns: each file whole or not at all.',
    permission: 'authority.import',
    backsUpFirst: true,
    long: true,
    input: z.object({
      fileIds: z.array(fileId).min(1).max(5000),
      laEstab: laEstab.optional().describe('Take only returns of this school'),
    }),
    output: imported,
  }),
  'authority.received-differences': query({
    summary: 'What a return has more, less or other than the one that it replaced, pupil by pupil.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: z.object({ receivedId: id }),
    output: z.object({
      school: z.object({ laEstab: z.string(), name: z.string() }),
      period: z.string(),
      before: version,
      after: version,
      same: z.number().int(),
      added: z.array(returnedExclusion),
      gone: z.array(returnedExclusion),
      altered: z.array(
        z.object({
          before: returnedExclusion,
          after: returnedExclusion,
          fields: z.array(z.enum(RETURNED_FIELDS)),
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
          /** The return that counted before this one came. */
          replacesId: id.nullable(),
          /** Came sealed, signed with the school's key. */
          sealed: z.boolean(),
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
    records: 'export',
    input: z.object({ destination: fileId.optional() }),
    output: z.object({ files: z.number().int(), folder: z.string(), fileId }),
  }),
};
