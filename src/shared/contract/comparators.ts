import { z } from 'zod';
import {
  BESIDE_MEASURES,
  MATCH_VARIABLES,
  PUBLISHED_LEVELS,
  SCHOOL_TYPES,
} from '../domain/comparators/types.ts';
import { command, query } from './operation.ts';
import { fileId, fileProblem, id, line, nothing, schoolYear } from './parts.ts';

const count = z.number().int();

const laEstab = z.string().regex(/^\d{7}$/, 'A school’s number has seven figures.');

const level = z.enum(PUBLISHED_LEVELS);

/** What became of one file of figures or of schools. */
const outcome = z.object({
  fileName: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused', 'not-read']),
  layout: z.string().optional(),
  lines: count.optional(),
  message: z.string(),
  problems: z.array(fileProblem),
});

/** Shares in per cent; null is not known. */
const profile = z.object({
  schoolYear,
  headcount: count.nullable(),
  fsm: z.number().nullable(),
  sen: z.number().nullable(),
  eal: z.number().nullable(),
});

/** A figure with where it is from. `value` is as published; without one, `missing` says why in words. */
const figure = z.object({
  value: z.string().nullable(),
  /** Number of pupils it is of. */
  headcount: z.string().nullable(),
  /** Per 100 pupils, as published or worked out the same way. */
  rate: z.string().nullable(),
  /** File, or whose returns. */
  source: z.string().nullable(),
  missing: z.string().optional(),
});

export const comparatorsContract = {
  'authority.import-published': command({
    summary: 'Import files of the Department’s open data of exclusions, each whole or not at all.',
    permission: 'authority.import',
    backsUpFirst: true,
    long: true,
    input: z.object({ fileIds: z.array(fileId).min(1).max(50) }),
    output: z.object({ files: z.array(outcome) }),
  }),
  'authority.published': query({
    summary: 'The published files that were imported: layout, years, levels.',
    permission: 'authority.view',
    input: nothing,
    output: z.object({
      files: z.array(
        z.object({
          id,
          fileName: z.string(),
          layout: z.string(),
          sha256: z.string(),
          lines: count,
          levels: z.array(z.object({ level, lines: count, from: schoolYear, to: schoolYear })),
          importedAt: z.string(),
          importedBy: z.string(),
        }),
      ),
    }),
  }),
  'authority.remove-published': command({
    summary: 'Take a published file and its figures out again.',
    permission: 'authority.import',
    input: z.object({ id }),
    output: nothing,
  }),
  'authority.published-figures': query({
    summary: 'Figures of one area exactly as published, with the file and line they stand in.',
    permission: 'authority.view',
    input: z.object({
      level,
      areaCode: z
        .string()
        .max(9)
        .describe('England E92000001, a region’s code, an authority’s three figures, a LAESTAB'),
      schoolYear,
      schoolType: z.string().max(60).default('total'),
      layout: z.string().max(40).optional(),
    }),
    output: z.object({
      lines: z.array(
        z.object({
          fileName: z.string(),
          layout: z.string(),
          line: count,
          timeSpan: z.string(),
          areaName: z.string(),
          breakdown: z.string(),
          figures: z.record(z.string(), z.string()),
        }),
      ),
    }),
  }),
  'authority.beside-published': query({
    summary: 'Own figures beside those published of the authority, its region and England, year by year.',
    permission: 'authority.view',
    input: z.object({
      measure: z.enum(BESIDE_MEASURES),
      schoolType: z.enum(SCHOOL_TYPES).default('total'),
      schoolYear: schoolYear.optional().describe('Left out: every year there is anything of'),
    }),
    output: z.object({
      region: z.string().nullable(),
      /** What is wanting and what to do about it, in words. */
      missing: z.array(z.string()),
      years: z.array(
        z.object({
          schoolYear,
          own: figure.extend({
            /** Schools whose whole year is here, of those expected, and how many of them have a number of pupils. */
            schools: count,
            expected: count,
            withHeadcount: count,
          }),
          authority: figure,
          region: figure,
          england: figure,
        }),
      ),
    }),
  }),
  'authority.import-register': command({
    summary: 'Import the national register of schools: schools, heads, addresses, pupils on roll.',
    permission: 'authority.import',
    backsUpFirst: true,
    long: true,
    input: z.object({ fileId }),
    output: z.object({
      fileName: z.string(),
      schools: count,
      /** Of them, of our own authority. */
      own: count,
      profiles: count,
      authorities: count,
      leftOut: z.array(z.object({ why: z.string(), schools: count })),
      problems: z.array(fileProblem),
    }),
  }),
  'authority.import-profiles': command({
    summary:
      'Import who the pupils of schools are: pupils on roll, free meals, special needs, other first language.',
    permission: 'authority.import',
    backsUpFirst: true,
    input: z.object({ fileId }),
    output: z.object({ fileName: z.string(), profiles: count, problems: z.array(fileProblem) }),
  }),
  'authority.import-clusters': command({
    summary: 'Import which cluster each school is in.',
    permission: 'authority.import',
    backsUpFirst: true,
    input: z.object({ fileId }),
    output: z.object({
      fileName: z.string(),
      schools: count,
      clusters: count,
      problems: z.array(fileProblem),
    }),
  }),
  'authority.set-cluster': command({
    summary: 'Put schools into a cluster, or out of any.',
    permission: 'authority.import',
    input: z.object({
      laEstabs: z.array(laEstab).min(1).max(500),
      cluster: line('the name of the cluster', 80).nullable(),
    }),
    output: nothing,
  }),
  'authority.school-list': query({
    summary: 'Our schools as the register and our own lists have them: phase, cluster, newest profile.',
    permission: 'authority.view',
    input: nothing,
    output: z.object({
      /** Schools of other authorities that are here too, as possible comparators. */
      others: count,
      clusters: z.array(z.string()),
      rows: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          phase: z.string(),
          type: z.string().nullable(),
          cluster: z.string().nullable(),
          closedOn: z.string().nullable(),
          profile: profile.optional(),
        }),
      ),
    }),
  }),
  'authority.comparator-schools': query({
    summary: 'The schools most like one by special needs, free meals, first language, phase and size.',
    permission: 'authority.view',
    input: z.object({ laEstab, count: z.number().int().min(1).max(30).default(5) }),
    output: z.object({
      school: z.object({ laEstab: z.string(), name: z.string(), phase: z.string() }),
      /** Year of the profiles that were matched; none where the school has no profile. */
      profileYear: schoolYear.optional(),
      /** Year of the figures of exclusions. */
      figuresYear: schoolYear.optional(),
      /** Schools of the phase with a profile of that year, of which the nearest are given. */
      pool: count,
      /** What was matched by, with the weight of each and the spread that distances are measured in. */
      variables: z.array(
        z.object({ variable: z.enum(MATCH_VARIABLES), weight: z.number(), sd: z.number().nullable() }),
      ),
      missing: z.array(z.string()),
      /** The school itself first, without a distance. */
      rows: z.array(
        z.object({
          laEstab: z.string(),
          name: z.string(),
          own: z.boolean(),
          distance: z.number().nullable(),
          /** Variables that both have. */
          over: z.array(z.enum(MATCH_VARIABLES)),
          profile: profile.omit({ schoolYear: true }),
          figures: z.object({
            permanent: z.string().nullable(),
            fixed: z.string().nullable(),
            fixedRate: z.string().nullable(),
            onePlus: z.string().nullable(),
            source: z.string().nullable(),
          }),
        }),
      ),
    }),
  }),
};
