import { z } from 'zod';
import { IMPORT_OUTCOMES } from '../domain/returns/import-outcomes.ts';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, isoDate, schoolYear } from './parts.ts';
import { laEstab } from './receiving.ts';
import { gridCriteria } from './risk-criteria.ts';

const term = z.object({ schoolYear, term: z.enum(['autumn', 'spring', 'summer']) });

const format = z.enum(['csv', 'xlsx', 'pdf']).default('csv');

const destination = fileId.optional().describe('Where to write; the window asks with a dialog');

/** Criteria and procedure as people read them: a heading and a sentence each. */
const saidCriteria = z.array(z.tuple([z.string(), z.string()]));

const row = z.object({
  name: z.string(),
  ncYear: z.string().optional(),
  categories: z.array(z.string()),
  level: z.enum(['high', 'medium', 'low', 'tier-1', 'tier-2', 'tier-3']).optional(),
  why: z.array(z.string()),
  since: isoDate,
  keyWorker: z.object({ name: z.string(), role: z.string() }).optional(),
  /** What was done in the term, in words. */
  done: z.string().optional(),
  reviewOn: isoDate.optional(),
  signedOff: z.object({ on: isoDate, why: z.string() }).optional(),
});

const counts = z.object({
  pupils: z.number().int(),
  withKeyWorker: z.number().int(),
  withoutKeyWorker: z.number().int(),
  signedOff: z.number().int(),
  again: z.number().int().describe('Pupils who came onto the register more than once'),
  nothingDone: z.number().int(),
  byCategory: z.array(
    z.object({ letter: z.string(), pupils: z.number().int(), perHundred: z.number().optional() }),
  ),
  pupilsOnRoll: z.number().int(),
  /** Pupils at risk in each hundred on the roll; none while the roll is empty. */
  perHundred: z.number().optional(),
});

const gridOutcome = z.object({
  fileName: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  school: z.object({ laEstab: z.string(), name: z.string() }).optional(),
  period: z.string().optional(),
  pupils: z.number().int().optional(),
  message: z.string(),
  problems: z.array(fileProblem),
  /** To import a file that was not read. */
  fileId: fileId.optional(),
});

const areaCriteria = z.object({
  authority: z.object({ code: z.string(), name: z.string() }),
  madeAt: z.string(),
  /** Whether the school belongs to that authority by its number. */
  ours: z.boolean(),
  given: saidCriteria,
  now: saidCriteria,
  version: z.number().int().describe('Of the criteria that the school has now'),
});

const listed = z.object({
  upn: z.string(),
  name: z.string().optional(),
  /** Line of the list. */
  line: z.number().int(),
});

/** The termly grids of pupils at risk: a school's own, and those that an authority received. */
export const riskGridsContract = {
  'support.grid': query({
    summary: 'The grid of a term: who was at risk, why, with whom, what was done, and when signed off.',
    permission: 'support.view',
    input: term.partial(),
    output: term.extend({
      from: isoDate,
      to: isoDate,
      rows: z.array(row.extend({ id, pupilId: id })),
      pupilsOnRoll: z.number().int(),
      /** Pupils at risk in each hundred on the roll; none while the roll is empty. */
      perHundred: z.number().optional(),
      criteria: saidCriteria,
    }),
  }),
  'support.export-grid': command({
    summary: 'Write the grid of a term with the school, the roll and the criteria as CSV, XLSX or PDF.',
    permission: 'support.view',
    records: 'export',
    input: term.partial().extend({ format, destination }),
    output: z.object({ fileId, fileName: z.string(), rows: z.number().int() }),
  }),
  'support.read-area-criteria': query({
    summary: 'What an authority’s file of criteria would change here.',
    permission: 'support.view',
    input: z.object({ fileId }),
    output: areaCriteria,
  }),
  'support.take-area-criteria': command({
    summary: 'Take over an authority’s criteria and procedure; entries keep the reasons they have.',
    permission: 'support.edit',
    input: z.object({ fileId, version: z.number().int() }),
    output: z.object({ version: z.number().int() }),
  }),
  'authority.import-grids': command({
    summary: 'Import schools’ grids of pupils at risk: each file whole or not at all.',
    permission: 'authority.import',
    backsUpFirst: true,
    long: true,
    input: z.object({ fileIds: z.array(fileId).min(1).max(5000) }),
    output: z.object({
      totals: z.record(z.enum(IMPORT_OUTCOMES), z.number().int()),
      files: z.array(gridOutcome),
    }),
  }),
  'authority.compare-grids': query({
    summary: 'Pupils at risk of a term in each 100 on roll, by school, beside the criteria used.',
    permission: 'authority.view',
    input: term.partial(),
    output: term.partial().extend({
      terms: z.array(term).describe('Terms of which there are grids, the latest first'),
      schools: z.array(
        counts.extend({
          laEstab: z.string(),
          name: z.string(),
          phase: z.string(),
          madeAt: z.string(),
          categories: z.array(z.object({ letter: z.string(), name: z.string() })),
          /** Number of the set of criteria. */
          set: z.number().int(),
        }),
      ),
      /** The different sets of criteria, that of the most schools first, with the figures of their schools together. */
      sets: z.array(
        counts.extend({
          set: z.number().int(),
          schools: z.number().int(),
          setBy: z.string().optional(),
          criteria: saidCriteria,
        }),
      ),
      total: counts.optional(),
      /** Schools that are expected and of which no grid is here. */
      missing: z.array(z.object({ laEstab: z.string(), name: z.string() })),
    }),
  }),
  'authority.grid-pupils': query({
    summary: 'The pupils of one school’s grid of a term, by name.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: term.extend({ laEstab }),
    output: z.object({
      school: z.object({ laEstab: z.string(), name: z.string() }),
      rows: z.array(row.extend({ upn: z.string() })),
    }),
  }),
  'authority.export-grids': command({
    summary: 'Write the comparison of schools’ grids as XLSX, CSV or PDF: counts, no names.',
    permission: 'authority.view',
    records: 'export',
    input: term.partial().extend({ format, destination }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
  'authority.cross-check-list': query({
    summary: 'Who is on a list by UPN and in no grid of a term, and the other way; the list is not kept.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: term.extend({
      fileId,
      reason: z
        .string()
        .trim()
        .max(120)
        .optional()
        .describe('Of the grids only pupils with a reason that says this'),
    }),
    output: z.object({
      listed: z.number().int(),
      both: z.number().int(),
      onlyListed: z.array(listed),
      onlyInGrids: z.array(
        z.object({
          upn: z.string(),
          name: z.string(),
          school: z.string(),
          laEstab: z.string(),
          why: z.array(z.string()),
          signedOffOn: isoDate.optional(),
        }),
      ),
      /** How many schools have a grid of the term, of those expected. */
      schools: z.object({ here: z.number().int(), expected: z.number().int() }),
    }),
  }),
  'authority.criteria-choices': query({
    summary: 'Criteria that the authority can begin from: the program’s, and those of the newest grids.',
    permission: 'authority.view',
    input: z.object({}),
    output: z.object({
      choices: z.array(
        z.object({ name: z.string(), schools: z.number().int(), criteria: gridCriteria, said: saidCriteria }),
      ),
    }),
  }),
  'authority.write-criteria': command({
    summary: 'Write the authority’s criteria and procedure as a file that schools take over.',
    permission: 'authority.import',
    records: 'export',
    input: z.object({ criteria: gridCriteria.omit({ setBy: true }), destination }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
