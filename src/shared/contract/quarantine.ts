import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, line, nothing } from './parts.ts';
import { imported } from './receiving.ts';

const ids = z.array(id).min(1).max(1000);

export const quarantineContract = {
  'authority.quarantine': query({
    summary: 'Files that were refused and are kept for another try, the last refused first.',
    permission: 'authority.import',
    input: nothing,
    output: z.object({
      files: z.array(
        z.object({
          id,
          fileName: z.string(),
          /** In bytes. */
          size: z.number().int(),
          /** Whether its bytes are here; very large files are only named. */
          kept: z.boolean(),
          /** Whether it is a CSV whose columns may be named. */
          mappable: z.boolean(),
          message: z.string(),
          problems: z.array(fileProblem),
          attempts: z.number().int(),
          refusedAt: z.string(),
          refusedBy: z.string(),
        }),
      ),
    }),
  }),
  'authority.retry-quarantined': command({
    summary: 'Try refused files again; those that are taken leave the list.',
    permission: 'authority.import',
    backsUpFirst: true,
    long: true,
    input: z.object({ ids }),
    output: imported,
  }),
  'authority.discard-quarantined': command({
    summary: 'Let go of refused files for good.',
    permission: 'authority.import',
    input: z.object({ ids }),
    output: z.object({ discarded: z.number().int() }),
  }),
  'authority.save-quarantined': command({
    summary: 'Save a copy of a refused file, as it came.',
    permission: 'authority.import',
    records: 'export',
    input: z.object({ id, destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
  'authority.columns': query({
    summary: 'The columns of a refused CSV with samples, and which of ours each may be.',
    permission: 'authority.import',
    input: z.object({ id }),
    output: z.object({
      fileName: z.string(),
      headings: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
      wanted: z.array(
        z.object({
          column: z.string(),
          title: z.string(),
          meaning: z.string(),
          /** Nothing can be read without it, or without what may stand in its place. */
          needed: z.boolean(),
          /** The heading that is probably meant. */
          suggested: z.string().optional(),
        }),
      ),
      /** As it was saved for these headings before. */
      saved: z.object({ name: z.string(), columns: z.record(z.string(), z.string()) }).optional(),
    }),
  }),
  'authority.save-columns': command({
    summary: 'Say which column of a sender’s CSV holds what; used for every file with the same headings.',
    permission: 'authority.import',
    input: z.object({
      id,
      name: line('who sends such files', 80),
      /** Our column to the sender's heading, or to `=VALUE` for a value that all rows have. */
      columns: z.record(z.string().max(60), z.string().max(200)),
    }),
    output: z.object({ mappingId: id }),
  }),
};
