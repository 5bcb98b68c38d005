import { z } from 'zod';
import { command, query } from './operation.ts';
import { exclusionKind, id, session } from './parts.ts';

const basis = z.array(z.object({ key: z.string().max(200), value: z.string().max(200) })).max(20_000);

export const plannerContract = {
  'planner.plan': query({
    summary: 'The best allocation of all pupils who wait to places, with why; books nothing.',
    permission: 'places.book',
    long: true,
    input: z.object({
      scope: z.enum(['school', 'area']).default('school'),
      /** School days ahead that are planned. */
      days: z.number().int().min(1).max(20).default(10),
      /** Stops looking for something better after this long; the answer then says that it may not be the best. */
      seconds: z.number().int().min(1).max(120).default(30),
    }),
    output: z.object({
      /** What of the book the plan rests on; goes back with the acceptance. */
      basis,
      optimal: z.boolean(),
      seconds: z.number(),
      covered: z.number().int(),
      wanted: z.number().int(),
      /** Beside it: what first come, first served would give. */
      firstCome: z.object({ covered: z.number().int(), venueChanges: z.number().int() }),
      venueChanges: z.number().int(),
      pupils: z.array(
        z.object({
          exclusionId: id,
          schoolId: id,
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          schoolName: z.string(),
          kind: exclusionKind,
          inCare: z.boolean(),
          title: z.string(),
          wanted: z.number().int(),
          runs: z.array(
            z.object({
              providerId: id,
              providerName: z.string(),
              sessions: z.array(session),
              why: z.string(),
            }),
          ),
          without: z.array(
            z.object({
              session,
              /** Which rules at which provider stand against it. */
              why: z.array(z.string()),
              /** What one change would free it. */
              wouldFree: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
  'planner.accept': command({
    summary: 'Book a plan, all or nothing; refused with the differences if the book changed meanwhile.',
    permission: 'places.book',
    long: true,
    input: z.object({
      /** As it was planned. */
      scope: z.enum(['school', 'area']).default('school'),
      days: z.number().int().min(1).max(20).default(10),
      basis,
      runs: z
        .array(
          z.object({
            exclusionId: id,
            schoolId: id,
            providerId: id,
            sessions: z.array(session).min(1).max(60),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.object({ placements: z.number().int(), places: z.number().int() }),
  }),
};
