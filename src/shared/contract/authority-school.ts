import { z } from 'zod';
import { GAPS } from '../domain/compare/types.ts';
import { query } from './operation.ts';
import { schoolYear } from './parts.ts';

const count = z.number().int();

const yearFigures = z.object({
  schoolYear,
  permanent: z.number().nullable(),
  incidents: z.number().nullable(),
  days: z.number().nullable(),
  pupils: z.number().nullable(),
  repeatPupils: z.number().nullable(),
  headcount: z.number().nullable(),
  gap: z.enum(GAPS).optional(),
});

const laEstab = z.string().regex(/^\d{7}$/, 'A DfE number has 7 digits.');

/** One school in the authority's eyes, its pupils, and a pupil at whatever school. */
export const authoritySchoolContract = {
  'authority.school': query({
    summary: 'One school: its figures over the years and the files received from it.',
    permission: 'authority.view',
    input: z.object({ laEstab }),
    output: z.object({
      laEstab: z.string(),
      name: z.string(),
      phase: z.string(),
      authority: z.string(),
      cluster: z.string().optional(),
      years: z.array(yearFigures),
      /** Means of the schools of its phase in these years, to hold its figures against. */
      means: z.array(yearFigures.omit({ gap: true, headcount: true }).extend({ n: count })),
      files: z.array(
        z.object({
          id: z.string(),
          period: z.string(),
          fileName: z.string(),
          receivedAt: z.string(),
          current: z.boolean(),
          nil: z.boolean(),
          fixedPeriod: count,
          permanent: count,
        }),
      ),
    }),
  }),
  'authority.school-pupils': query({
    summary: 'The pupils whom a school excluded in a school year.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: z.object({ laEstab, schoolYear }),
    output: z.object({
      pupils: z.array(
        z.object({
          upn: z.string(),
          name: z.string(),
          ncYear: z.string().optional(),
          fixedPeriod: count,
          days: z.number(),
          permanent: count,
          last: z.string().describe('Start of the latest exclusion'),
        }),
      ),
    }),
  }),
  'authority.pupil': query({
    summary: 'Every exclusion of one pupil that counts, at whatever school.',
    permission: 'authority.view-pupils',
    records: 'view',
    input: z.object({ upn: z.string().min(1).max(20) }),
    output: z.object({
      upn: z.string(),
      name: z.string(),
      dob: z.string(),
      exclusions: z.array(
        z.object({
          key: z.string(),
          laEstab: z.string(),
          schoolName: z.string(),
          category: z.string(),
          reasons: z.array(z.string()),
          startDate: z.string(),
          days: z.number().optional(),
          ncYear: z.string().optional(),
        }),
      ),
    }),
  }),
};
