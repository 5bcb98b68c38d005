import { z } from 'zod';
import { PROVIDER_KINDS } from '../domain/providers/types.ts';
import { command, query } from './operation.ts';
import { cellPupil, id, isoDate, line, nothing, slot } from './parts.ts';

const day = z.number().int().min(1, 'Use 1 or more.').max(45, 'At most 45.');

const stage = z.object({
  exclusionKind: z.enum(['fixed-period', 'permanent']),
  fromDay: day,
  toDay: day.optional(),
  providerKind: z.enum(PROVIDER_KINDS).optional(),
  providerId: id.optional(),
});

const apart = z.object({
  id,
  pupils: z.tuple([z.object({ pupilId: id, name: z.string() }), z.object({ pupilId: id, name: z.string() })]),
  reason: z.string(),
  from: isoDate,
  to: isoDate.optional(),
});

/** What steers where pupils are placed, and what is kept when nothing could be found. */
export const itinerariesContract = {
  'stages.get': query({
    summary: 'The stages that an itinerary goes through, and the sentence each makes.',
    permission: 'places.arrange',
    input: nothing,
    output: z.object({
      stages: z.array(stage.extend({ id, providerName: z.string().optional(), words: z.string() })),
      /** The usual ones are in force as long as none are saved. */
      usual: z.boolean(),
    }),
  }),
  'stages.save': command({
    summary: 'Set the stages that an itinerary goes through, in order of preference.',
    permission: 'providers.edit',
    input: z.object({ stages: z.array(stage).max(40) }),
    output: nothing,
  }),
  'apart.list': query({
    summary: 'Pupils who are kept apart; of one pupil, or all.',
    permission: 'places.arrange',
    input: z.object({ pupilId: id.optional(), ended: z.boolean().default(false) }),
    output: z.object({ pairs: z.array(apart) }),
  }),
  'apart.add': command({
    summary: 'Keep two pupils apart; refused while they share a session, unless places of one are given up.',
    permission: 'places.book',
    input: z.object({
      pupilIds: z.tuple([id, id]),
      reason: line('why they are kept apart', 200),
      from: isoDate.optional(),
      to: isoDate.optional(),
      giveUp: z.array(id).max(60).default([]),
    }),
    output: z.object({ id }),
  }),
  'apart.end': command({
    summary: 'End keeping two pupils apart; it stays in the history.',
    permission: 'places.book',
    input: z.object({ id }),
    output: nothing,
  }),
  'apart.shared': query({
    summary: 'Coming sessions that two pupils share.',
    permission: 'places.arrange',
    input: z.object({ pupilIds: z.tuple([id, id]) }),
    output: z.object({
      places: z.array(cellPupil.extend({ date: isoDate, slot, providerName: z.string() })),
    }),
  }),
  'waiting.list': query({
    summary: 'Excluded pupils on the wait lists of providers, with the next free date of each.',
    permission: 'places.arrange',
    input: z.object({ providerId: id.optional(), exclusionId: id.optional() }),
    output: z.object({
      waiting: z.array(
        z.object({
          id,
          exclusionId: id,
          name: z.string(),
          form: z.string().optional(),
          providerId: id,
          providerName: z.string(),
          askedAt: z.string(),
          askedBy: z.string(),
          /** A session of the exclusion that the provider could take now. */
          freeOn: z.object({ date: isoDate, slot }).optional(),
        }),
      ),
    }),
  }),
  'waiting.add': command({
    summary: 'Put an excluded pupil on the wait list of a provider.',
    permission: 'places.book',
    input: z.object({ exclusionId: id, providerId: id }),
    output: z.object({ id, freeOn: z.object({ date: isoDate, slot }).optional() }),
  }),
  'waiting.leave': command({
    summary: 'Take a pupil off a wait list; it stays in the history.',
    permission: 'places.book',
    input: z.object({ id }),
    output: nothing,
  }),
  'enquiries.list': query({
    summary: 'Which providers were asked for an excluded pupil, when, and what they answered.',
    permission: 'places.arrange',
    records: 'view',
    input: z.object({ exclusionId: id }),
    output: z.object({
      enquiries: z.array(
        z.object({
          id,
          providerName: z.string(),
          askedOn: isoDate,
          askedBy: z.string(),
          answer: z.enum(['no-place', 'refused', 'no-answer', 'offered-later']),
          from: isoDate,
          to: isoDate,
          note: z.string().optional(),
        }),
      ),
    }),
  }),
  'enquiries.add': command({
    summary: 'Note that a provider was asked for a place and had none; kept as evidence.',
    permission: 'places.book',
    input: z.object({
      exclusionId: id,
      providerId: id.optional(),
      /** For one that is not in the list. */
      providerName: z.string().trim().max(120).optional(),
      askedOn: isoDate,
      answer: z.enum(['no-place', 'refused', 'no-answer', 'offered-later']),
      from: isoDate,
      to: isoDate,
      note: z.string().trim().max(400).optional(),
    }),
    output: z.object({ id }),
  }),
};
