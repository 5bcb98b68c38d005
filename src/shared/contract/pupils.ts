import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  exclusionKind,
  exclusionState,
  fileId,
  fileProblem,
  id,
  isoDate,
  line,
  nothing,
  schoolYear,
  slot,
} from './parts.ts';

export const pupilRow = z.object({
  id,
  upn: z.string(),
  surname: z.string(),
  forename: z.string(),
  preferredSurname: z.string().optional(),
  sex: z.string(),
  dob: isoDate,
  ncYear: z.string().optional(),
  form: z.string().optional(),
  senProvision: z.string().optional(),
  inCare: z.boolean(),
  leavingDate: isoDate.optional(),
  /** Out on the day asked about. */
  excludedToday: z.boolean(),
  yearHalfDays: z.number().int(),
});

const importRow = z.object({
  line: z.number().int(),
  upn: z.string(),
  name: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  problems: z.array(fileProblem),
});

const importCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
});

const term = z.enum(['autumn', 'spring', 'summer']);

/** CSV column header for each of our fields; a field that is not in the file is left out. */
const columnMapping = z.record(z.string().max(40), z.string().max(200));

export const pupilsContract = {
  'pupils.list': query({
    summary: 'Pupils of the roll, by name, form or UPN.',
    permission: 'pupils.view',
    input: z.object({
      text: z.string().max(120).default(''),
      ncYear: z.string().max(2).optional(),
      roll: z.enum(['current', 'left', 'all']).default('current'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
      withYears: z
        .boolean()
        .default(true)
        .describe('False where no year groups are shown, as in a type-ahead'),
    }),
    output: z.object({
      rows: z.array(pupilRow),
      total: z.number().int(),
      /** Year groups of the roll asked about; none when not asked for. */
      ncYears: z.array(z.string()),
    }),
  }),
  'pupils.get': query({
    summary: 'One pupil with exclusions, totals and history.',
    permission: 'pupils.view',
    records: 'view',
    input: z.object({ pupilId: id }),
    output: z.object({
      pupil: pupilRow.extend({
        formerUpn: z.string().optional(),
        middleNames: z.string().optional(),
        enrolStatus: z.string().optional(),
        entryDate: isoDate.optional(),
        careAuthority: z.string().optional(),
        ethnicity: z.string().optional(),
        /** Eligible for free school meals; missing when nobody said. */
        fsm: z.boolean().optional(),
      }),
      exclusions: z.array(
        z.object({
          id,
          kind: exclusionKind,
          state: exclusionState,
          title: z.string(),
          startDate: isoDate.optional(),
          startSlot: slot.optional(),
          endDate: isoDate.optional(),
          endSlot: slot.optional(),
          halfDays: z.number().int().optional(),
          reasons: z.array(z.string()),
          places: z.array(
            z.object({ providerName: z.string(), state: z.string(), sessions: z.number().int() }),
          ),
          uncovered: z.number().int(),
        }),
      ),
      years: z.array(
        z.object({
          schoolYear,
          halfDays: z.number().int(),
          earlierHalfDays: z.number().int(),
          terms: z.array(z.object({ term, halfDays: z.number().int() })),
        }),
      ),
      earlier: z.array(z.object({ schoolYear, term, halfDays: z.number().int(), source: z.string() })),
      history: z.array(
        z.object({
          at: z.string(),
          userName: z.string(),
          role: z.string(),
          operation: z.string(),
          text: z.string(),
        }),
      ),
    }),
  }),
  'pupils.set-earlier-half-days': command({
    summary: 'Record days of exclusion at an earlier school in a school year.',
    permission: 'pupils.edit',
    input: z.object({
      pupilId: id,
      schoolYear,
      term,
      halfDays: z.number().int().min(0).max(90).describe('Half days; 0 removes the entry'),
      source: line('where this comes from', 200),
    }),
    output: nothing,
  }),
  'pupils.inspect-file': query({
    summary: 'What kind of pupil file this is and, for CSV, its columns with a suggested mapping.',
    permission: 'pupils.import',
    input: z.object({ fileId }),
    output: z.object({
      kind: z.enum(['ctf', 'pupil-csv']),
      name: z.string(),
      size: z.number().int(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      mapping: columnMapping,
      fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
    }),
  }),
  'pupils.preview-import': query({
    summary: 'Dry run of a pupil file: what would be new, changed, unchanged or refused, and why.',
    permission: 'pupils.import',
    long: true,
    input: z.object({ fileId, mapping: columnMapping.optional() }),
    output: z.object({
      kind: z.enum(['ctf', 'pupil-csv']),
      sha256: z.string(),
      counts: importCounts,
      rows: z.array(importRow),
      /** Problems of the file as a whole, e.g. its header. */
      problems: z.array(fileProblem),
      /** UPNs whose check letter is wrong: imported only when the user accepts them. */
      checkLetters: z.number().int(),
    }),
  }),
  'pupils.import': command({
    summary: 'Import a pupil file, all of it or nothing.',
    permission: 'pupils.import',
    backsUpFirst: true,
    long: true,
    input: z.object({
      fileId,
      mapping: columnMapping.optional(),
      sha256: z.string().optional().describe('As previewed; refused when the file has changed since'),
      acceptCheckLetters: z.boolean().default(false),
    }),
    output: z.object({ counts: importCounts, fileName: z.string() }),
  }),
};
