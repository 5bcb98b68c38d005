import { z } from 'zod';
import { command, query } from './operation.ts';
import { exclusionKind, fileId, id, isoDate, schoolYear } from './parts.ts';

const term = z.enum(['autumn', 'spring', 'summer']);

/** Of which school this is; missing: of the school that the file came from. */
const at = z.string().optional();

/** What came with a pupil, as it is shown. */
const history = z.object({
  exclusions: z.array(
    z.object({
      at,
      kind: exclusionKind,
      from: isoDate,
      to: isoDate.optional(),
      halfDays: z.number().int().optional(),
      reasons: z.array(z.string()),
      whatWorked: z.string().optional(),
    }),
  ),
  placements: z.array(
    z.object({
      at,
      provider: z.string(),
      from: isoDate,
      to: isoDate,
      sessions: z.number().int(),
      attended: z.number().int(),
      report: z.object({ work: z.string(), behaviour: z.string(), nextSteps: z.string() }).optional(),
    }),
  ),
  courses: z.array(z.object({ at, course: z.string(), done: z.number().int(), total: z.number().int() })),
  support: z.array(
    z.object({
      at,
      since: isoDate,
      categories: z.array(z.string()),
      why: z.array(z.string()),
      level: z.string().optional(),
      keyWorker: z.string().optional(),
      keyWorkerRole: z.string().optional(),
      signedOffOn: isoDate.optional(),
      signedOffWhy: z.string().optional(),
    }),
  ),
  targets: z.array(
    z.object({ at, target: z.string(), state: z.enum(['open', 'met', 'partly-met', 'not-met', 'dropped']) }),
  ),
  referrals: z.array(
    z.object({ at, agency: z.string(), on: isoDate, state: z.string(), answer: z.string().optional() }),
  ),
});

/** Half days at earlier schools, before and after: what the thresholds count. */
const plannedTerm = z.object({
  schoolYear,
  term,
  before: z.number().int(),
  after: z.number().int(),
  source: z.string(),
});

const chosen = {
  fileId,
  pupilId: id.optional().describe('The pupil it must be of; left out: whoever on the roll has its UPN'),
  typed: z
    .array(
      z.object({
        schoolYear,
        term,
        count: z
          .boolean()
          .describe(
            'True: days of yet another school, to be counted as well. False: the file tells them too',
          ),
      }),
    )
    .max(300)
    .default([])
    .describe('What days typed by hand are, where the file does not show it'),
};

const written = z.object({ name: z.string(), laEstab: z.string(), madeAt: z.string() });

export const transferContract = {
  'transfer.export': command({
    summary: 'Write a pupil’s exclusion days, placements and support as a signed file for the next school.',
    permission: 'pupils.edit',
    records: 'export',
    input: z.object({
      pupilId: id,
      destination: fileId.optional().describe('Where to write; the window asks with a dialog'),
    }),
    output: z.object({
      fileId,
      fileName: z.string(),
      /** Half days of the present school year, earlier schools among them. */
      yearHalfDays: z.number().int(),
      /** Of our signing key: what the next school compares by telephone. */
      fingerprint: z.string(),
    }),
  }),
  'transfer.preview': query({
    summary:
      'Dry run of a pupil’s file from the school before: whose it is, who signed it, what would count.',
    permission: 'pupils.import',
    input: z.object(chosen),
    output: z.object({
      fileName: z.string(),
      sha256: z.string(),
      from: written,
      pupil: z.object({ id, name: z.string(), upn: z.string(), dob: isoDate }),
      /** `unknown`: never compared; `changed`: another key of that school was compared before. */
      key: z.object({ fingerprint: z.string(), standing: z.enum(['confirmed', 'unknown', 'changed']) }),
      /** `same`: this very file is here; importing it changes nothing. */
      outcome: z.enum(['new', 'newer', 'same']),
      /** The file of that school that this one takes the place of. */
      replaces: z.object({ madeAt: z.string() }).optional(),
      terms: z.array(plannedTerm),
      typed: z.array(
        z.object({
          schoolYear,
          term,
          halfDays: z.number().int(),
          source: z.string(),
          becomes: z.enum(['replaced', 'kept', 'asked']),
        }),
      ),
      history,
    }),
  }),
  'transfer.import': command({
    summary: 'Take over a pupil’s file from the school before: its days count from then on.',
    permission: 'pupils.import',
    input: z.object({
      ...chosen,
      sha256: z.string().max(64).optional().describe('As previewed; refused when the file has changed since'),
      fingerprint: z
        .string()
        .max(60)
        .optional()
        .describe(
          'Of the signing key, once it was compared with the school; asked where it is not confirmed',
        ),
    }),
    output: z.object({
      outcome: z.enum(['taken', 'replaced', 'same']),
      pupilId: id,
      terms: z.array(plannedTerm),
    }),
  }),
  'transfer.earlier': query({
    summary: 'What earlier schools handed on of a pupil: exclusions, placements and support.',
    permission: 'support.view',
    records: 'view',
    input: z.object({ pupilId: id }),
    output: z.object({
      records: z.array(
        z.object({
          from: written,
          importedBy: z.string(),
          importedAt: z.string(),
          history,
        }),
      ),
    }),
  }),
};
