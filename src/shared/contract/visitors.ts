import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';

/** Pupils of other schools whom we host. */
export const visitorsContract = {
  'places.visitors': query({
    summary: 'Pupils of other schools who are on record here, and the schools that one can come from.',
    permission: 'places.arrange',
    input: nothing,
    output: z.object({
      pupils: z.array(
        z.object({
          pupilId: id,
          name: z.string(),
          upn: z.string(),
          ncYear: z.string().optional(),
          schoolName: z.string(),
        }),
      ),
      schools: z.array(z.object({ id, name: z.string() })),
    }),
  }),
  'places.add-visitor': command({
    summary:
      'Put a pupil of another school on record, to be hosted here; it is in no list of our own pupils.',
    permission: 'places.book',
    input: z.object({
      forename: line('the first name'),
      surname: line('the surname'),
      upn: z.string().trim().min(1, 'Enter the unique pupil number.').max(20, 'A UPN has 13 characters.'),
      dob: isoDate,
      sex: z.enum(['F', 'M']),
      /** National Curriculum year, Reception being 0. */
      year: z.number().int().min(0).max(14).optional(),
      /** One that this database knows, or a new one. */
      school: z.union([
        z.object({ id }),
        z.object({
          name: line('the name of the school'),
          laEstab: z
            .string()
            .trim()
            .regex(
              /^\d{3}\/?\d{4}$/,
              'Enter the seven figures of authority and establishment, for example 201/4001.',
            ),
        }),
      ]),
    }),
    output: z.object({ pupilId: id }),
  }),
};
