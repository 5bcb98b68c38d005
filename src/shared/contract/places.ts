import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { clockTime, exclusionKind, id, isoDate, line, nothing, session, slot } from './parts.ts';

const placeState = z.enum(['held', 'booked']);

const providerSession = z.object({
  weekday: z.number().int().min(1).max(5),
  slot,
  capacity: z.number().int().min(0, 'Use 0 or more.').max(200, 'At most 200 places.'),
  starts: clockTime,
  ends: clockTime,
});

const providerClosure = z.object({
  id,
  from: isoDate,
  to: isoDate,
  slot: z.enum(['am', 'pm', 'all']),
  reason: z.string(),
});

const optionalText = z.string().trim().max(200).optional();

const providerForm = z.object({
  id: id.optional(),
  version: z.number().int().optional(),
  kind: z.enum(PROVIDER_KINDS),
  name: line('the provider’s name'),
  address: optionalText,
  contactName: optionalText,
  contactPhone: optionalText,
  active: z.boolean().default(true),
  sessions: z.array(providerSession).max(10),
});

const cellPupil = z.object({
  placeId: id,
  pupilId: id,
  exclusionId: id,
  name: z.string(),
  form: z.string().optional(),
  state: placeState,
  heldUntil: z.string().optional(),
});

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

export const itinerarySession = z.object({
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
  'providers.list': query({
    summary: 'Providers with their week.',
    permission: 'places.view',
    input: nothing,
    output: z.object({
      providers: z.array(
        providerForm.extend({ id, version: z.number().int(), closures: z.array(providerClosure) }),
      ),
    }),
  }),
  'providers.get': query({
    summary: 'One provider with its week, closures and coming places.',
    permission: 'places.view',
    input: z.object({ providerId: id }),
    output: z.object({
      provider: providerForm.extend({ id, version: z.number().int() }),
      closures: z.array(providerClosure),
      coming: z.array(cellPupil.extend({ date: isoDate, slot })),
    }),
  }),
  'providers.save': command({
    summary: 'Add or change a provider; refused where it would put out a pupil who has a place.',
    permission: 'providers.edit',
    input: providerForm,
    output: z.object({ id, version: z.number().int() }),
  }),
  'providers.close': command({
    summary: 'Close a provider for some days; refused while pupils have places then.',
    permission: 'providers.edit',
    input: z.object({
      providerId: id,
      from: isoDate,
      to: isoDate,
      slot: z.enum(['am', 'pm', 'all']),
      reason: line('why it is closed'),
    }),
    output: z.object({ closureId: id }),
  }),
  'providers.reopen': command({
    summary: 'Remove a closure.',
    permission: 'providers.edit',
    input: z.object({ closureId: id }),
    output: nothing,
  }),
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
              status: z.enum(['booked', 'held', 'no-place', 'lunch']),
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
