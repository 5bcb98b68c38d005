import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { cellPupil, exclusionKind, id, isoDate, line, nothing, placeState, session, slot } from './parts.ts';

const cell = z.object({
  date: isoDate,
  slot,
  state: z.enum(['open', 'full', 'closed', 'not-run']),
  capacity: z.number().int(),
  booked: z.number().int(),
  held: z.number().int(),
  /** Why it is closed. */
  reason: z.string().optional(),
  /** With a pupil picked: why this session cannot take them; absent when it can. */
  cannot: z.string().optional(),
  /** With a pupil picked: the session is one of theirs to cover. */
  wanted: z.boolean(),
  pupils: z.array(cellPupil),
});

const itinerarySession = z.object({
  date: isoDate,
  slot,
  /** Day of the exclusion, 1 = the first day out. */
  day: z.number().int(),
  place: z
    .object({
      placeId: id,
      providerId: id,
      providerName: z.string(),
      providerKind: z.enum(PROVIDER_KINDS),
      state: placeState,
      heldUntil: z.string().optional(),
    })
    .optional(),
});

export const placesContract = {
  'places.board': query({
    summary: 'Providers by sessions with what is free, held and taken.',
    permission: 'places.view',
    input: z.object({
      from: isoDate,
      days: z.number().int().min(1).max(14).default(5),
      exclusionId: id.optional(),
    }),
    output: z.object({
      days: z.array(z.object({ date: isoDate, label: z.string(), schoolClosed: z.string().optional() })),
      providers: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.enum(PROVIDER_KINDS),
          cells: z.array(cell),
        }),
      ),
    }),
  }),
  'places.queue': query({
    summary: 'Excluded pupils with sessions not yet covered, most urgent first.',
    permission: 'places.view',
    input: nothing,
    output: z.object({
      waiting: z.array(
        z.object({
          exclusionId: id,
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          kind: exclusionKind,
          inCare: z.boolean(),
          sessions: z.number().int(),
          /** From today on. */
          uncovered: z.number().int(),
          /** Sessions of past days that went without a place. */
          missed: z.number().int(),
          firstUncovered: session,
          title: z.string(),
        }),
      ),
    }),
  }),
  'places.itinerary': query({
    summary: 'Where one excluded pupil is taught, session by session.',
    permission: 'places.view',
    input: z.object({ exclusionId: id }),
    output: z.object({
      exclusionId: id,
      pupilId: id,
      name: z.string(),
      form: z.string().optional(),
      title: z.string(),
      sessions: z.array(itinerarySession),
      /** From today on. */
      uncovered: z.number().int(),
      /** Sessions of past days that went without a place. */
      missed: z.number().int(),
    }),
  }),
  'places.book': command({
    summary: 'Book or hold places for an excluded pupil: all the sessions or none.',
    permission: 'places.book',
    input: z.object({
      exclusionId: id,
      providerId: id,
      sessions: z.array(session).min(1, 'Choose at least one session.').max(60),
      hold: z.boolean().default(false),
    }),
    output: z.object({ placementId: id, placeIds: z.array(id), heldUntil: z.string().optional() }),
  }),
  'places.confirm': command({
    summary: 'Turn held places into bookings.',
    permission: 'places.book',
    input: z.object({ placeIds: z.array(id).min(1).max(60) }),
    output: nothing,
  }),
  'places.cancel': command({
    summary: 'Cancel places with a reason; they stay in the history.',
    permission: 'places.book',
    input: z.object({ placeIds: z.array(id).min(1).max(60), reason: line('why', 200) }),
    output: nothing,
  }),
};
