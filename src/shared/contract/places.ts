import { z } from 'zod';
import { CANCEL_CODES, SESSION_STANDINGS } from '../domain/placements/types.ts';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import {
  cellPupil,
  dayWithRoom,
  exclusionKind,
  id,
  isoDate,
  line,
  nothing,
  placeState,
  session,
  slot,
} from './parts.ts';

const cell = z.object({
  date: isoDate,
  slot,
  state: z.enum(['open', 'full', 'closed', 'not-run']),
  capacity: z.number().int(),
  booked: z.number().int(),
  held: z.number().int(),
  /** Why it is closed. */
  reason: z.string().optional(),
  /** Places out of use that day; `capacity` is what is left. */
  outOfUse: z.number().int().optional(),
  /** With a pupil picked: why this session cannot take them; absent when it can. */
  cannot: z.string().optional(),
  /** With `cannot`: every reason against it can be waived by a role that may. */
  waivable: z.boolean().optional(),
  /** With a pupil picked: the school must name who goes with the pupil that day. */
  escort: z.boolean().optional(),
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
      placementId: id,
      providerId: id,
      providerName: z.string(),
      providerKind: z.enum(PROVIDER_KINDS),
      state: placeState,
      heldUntil: z.string().optional(),
      starts: z.string().optional(),
      ends: z.string().optional(),
      escort: z.string().optional(),
    })
    .optional(),
  standing: z.enum(SESSION_STANDINGS),
  /** The standing in words with what it rests on: "Place at Oak PRU not taken up: ill". */
  words: z.string(),
});

/** Rules that are waived for this booking, by a role that may. */
const override = z.object({ reason: line('why the rules are waived', 200) }).optional();

/** The member of staff whom the school sends, by day. */
const escorts = z
  .array(z.object({ date: isoDate, name: line('who goes with the pupil') }))
  .max(60)
  .default([]);

const run = z.object({
  providerId: id,
  /** As many half days as the longest exclusion for a fixed period has: 45 days. */
  sessions: z.array(session).min(1, 'Choose at least one session.').max(90),
});

const booked = z.object({ placementId: id, placeIds: z.array(id), heldUntil: z.string().optional() });

export const placesContract = {
  'places.board': query({
    summary: 'Providers by sessions with what is free, held and taken.',
    permission: 'places.view',
    input: z.object({
      from: dayWithRoom,
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
          /** Where a week has a limit: different pupils who come in the week that the board begins with. */
          week: z.object({ pupils: z.number().int(), capacity: z.number().int() }).optional(),
          cells: z.array(cell),
        }),
      ),
    }),
  }),
  'places.queue': query({
    summary: 'Excluded pupils with sessions not yet covered, most urgent first.',
    permission: 'places.arrange',
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
    permission: 'places.arrange',
    records: 'view',
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
      /** Hours at providers in each week that the exclusion touches. */
      hours: z.array(
        z.object({
          monday: isoDate,
          hours: z.number(),
          sessions: z.number().int(),
          missing: z.number().int(),
        }),
      ),
    }),
  }),
  'places.book': command({
    summary: 'Book or hold places for an excluded pupil: all the sessions or none.',
    permission: 'places.book',
    input: run.extend({ exclusionId: id, hold: z.boolean().default(false), escorts, override }),
    output: booked,
  }),
  'places.book-other': command({
    summary:
      'Book places for a pupil who is not excluded by our school: on a break, or hosted for another school.',
    permission: 'places.book',
    input: run.extend({
      pupilId: id,
      purpose: z.enum(['respite', 'visiting']),
      hold: z.boolean().default(false),
      escorts,
      override,
    }),
    output: booked,
  }),
  'places.book-itinerary': command({
    summary: 'Book or hold several runs at several providers for an excluded pupil: all or none.',
    permission: 'places.book',
    input: z.object({
      exclusionId: id,
      runs: z.array(run.extend({ escorts })).min(1).max(20),
      hold: z.boolean().default(false),
      override,
    }),
    output: z.object({ placementIds: z.array(id), placeIds: z.array(id), heldUntil: z.string().optional() }),
  }),
  'places.suggest': query({
    summary: 'An itinerary by the stages of the school for the sessions an excluded pupil has no place for.',
    permission: 'places.arrange',
    input: z.object({ exclusionId: id }),
    output: z.object({
      runs: z.array(
        z.object({
          providerId: id,
          providerName: z.string(),
          providerKind: z.enum(PROVIDER_KINDS),
          sessions: z.array(session),
          /** Why this one: "day 1 to 2: our own unit, by the stages of the school". */
          why: z.string(),
          /** Days on which the school must send somebody, still without a name. */
          escortDates: z.array(isoDate),
        }),
      ),
      /** Sessions that no provider can take, with every reason. */
      without: z.array(z.object({ date: isoDate, slot, why: z.string() })),
    }),
  }),
  'places.next-free': query({
    summary: 'When each provider can next take an excluded pupil for a number of sessions in a row.',
    permission: 'places.arrange',
    input: z.object({
      exclusionId: id,
      providerId: id.optional(),
      from: dayWithRoom.optional(),
      sessions: z.number().int().min(1).max(60).default(1),
    }),
    output: z.object({
      providers: z.array(
        z.object({
          providerId: id,
          providerName: z.string(),
          next: z.array(session).optional(),
          /** Why there is none within the days searched. */
          why: z.string().optional(),
        }),
      ),
    }),
  }),
  'places.change-stay': command({
    summary:
      'Shorten, lengthen or move within a provider: the stay’s coming sessions become these; the exclusion stays.',
    permission: 'places.book',
    input: z.object({
      placementId: id,
      version: z.number().int(),
      sessions: z.array(session).min(1).max(90),
      reason: line('why', 200),
      escorts,
      override,
    }),
    output: z.object({ added: z.array(id), cancelled: z.array(id), version: z.number().int() }),
  }),
  'places.move-stay': command({
    summary: 'Move the coming sessions of a stay to another provider in one step.',
    permission: 'places.book',
    input: z.object({
      placementId: id,
      version: z.number().int(),
      providerId: id,
      /** Left out: all the coming ones. */
      sessions: z.array(session).min(1).max(90).optional(),
      reason: line('why', 200),
      escorts,
      override,
    }),
    output: z.object({ placementId: id, placeIds: z.array(id) }),
  }),
  'places.name-escort': command({
    summary: 'Name the member of staff whom the school sends on a day of a stay; none takes the name back.',
    permission: 'places.book',
    input: z.object({ placementId: id, date: isoDate, name: z.string().trim().max(120) }),
    output: nothing,
  }),
  'places.confirm': command({
    summary:
      'Turn held places into bookings; what a hold leaves open (adults, who goes along) is checked now.',
    permission: 'places.book',
    input: z.object({ placeIds: z.array(id).min(1).max(90), override }),
    output: nothing,
  }),
  'places.cancel': command({
    summary: 'Cancel places with a reason; they stay in the history.',
    permission: 'places.book',
    input: z.object({
      placeIds: z.array(id).min(1).max(90),
      code: z.enum(CANCEL_CODES).default('other'),
      reason: line('why', 200),
    }),
    output: z.object({
      /** Those who wait for what became free. */
      waiting: z.array(z.object({ exclusionId: id, name: z.string(), providerName: z.string() })),
    }),
  }),
};
