import { z } from 'zod';
import { SESSION_STANDINGS } from '../domain/placements/types.ts';
import { query } from './operation.ts';
import { dayWithRoom, exclusionKind, id, isoDate, session } from './parts.ts';

export const todayContract = {
  'today.get': query({
    summary: 'Who is out on a day and where each one is, who returns, what has no place.',
    permission: 'places.arrange',
    input: z.object({ date: dayWithRoom.optional() }),
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
              /** How the session stands; one to come without a place is `no-place` too. */
              status: z.enum([...SESSION_STANDINGS, 'lunch']).exclude(['uncovered']),
              /** Nobody provides for it: a place is, or was, owed. */
              wantsPlace: z.boolean(),
              providerName: z.string().optional(),
              /** The stay that the place is of; for a place given up too. */
              placementId: id.optional(),
              starts: z.string().optional(),
              /** What it rests on: "ill", the name of who visits. */
              why: z.string().optional(),
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
