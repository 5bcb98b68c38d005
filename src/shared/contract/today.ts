import { z } from 'zod';
import { query } from './operation.ts';
import { exclusionKind, id, isoDate, session } from './parts.ts';

export const todayContract = {
  'today.get': query({
    summary: 'Who is out on a day and where each one is, who returns, what has no place.',
    permission: 'places.view',
    input: z.object({ date: isoDate.optional() }),
    output: z.object({
      date: isoDate,
      label: z.string(),
      /** Why the school does not meet that day. */
      closed: z.string().optional(),
      /** The school days before and after, as far as term dates are entered. */
      previousDay: isoDate.optional(),
      nextDay: isoDate.optional(),
      out: z.array(
        z.object({
          exclusionId: id,
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          kind: exclusionKind,
          title: z.string(),
          day: z.number().int(),
          returnsOn: session.optional(),
          chips: z.array(
            z.object({
              slot: z.enum(['am', 'pm', 'lunch']),
              /** `not-taken-up`: a place was there; declined, absent, or excluded from it. */
              status: z.enum(['booked', 'held', 'no-place', 'not-taken-up', 'lunch']),
              /** What the status rests on: "Work sent home without a visit: no supervised place". */
              words: z.string().optional(),
              providerName: z.string().optional(),
              starts: z.string().optional(),
            }),
          ),
        }),
      ),
      returning: z.array(
        z.object({ exclusionId: id, pupilId: id, name: z.string(), form: z.string().optional(), session }),
      ),
      starting: z.array(
        z.object({
          exclusionId: id,
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          title: z.string(),
          uncovered: z.number().int(),
        }),
      ),
      uncovered: z.number().int(),
      drafts: z.array(z.object({ exclusionId: id, pupilId: id, name: z.string(), title: z.string() })),
    }),
  }),
};
