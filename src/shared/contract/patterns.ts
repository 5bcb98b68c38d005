import { z } from 'zod';
import { query } from './operation.ts';
import { id, isoDate } from './parts.ts';

const row = z.object({ label: z.string(), times: z.number().int(), pupils: z.number().int() });

const pattern = z.object({
  rows: z.array(row),
  /** Different ones that came up once. */
  once: z.number().int(),
  notNoted: z.number().int(),
});

const effectRow = z.object({
  stays: z.number().int(),
  pupils: z.number().int(),
  /** Left out where there are too few stays to say anything. */
  figures: z
    .object({
      before: z.number().int(),
      after: z.number().int(),
      fewer: z.number().int(),
      same: z.number().int(),
      more: z.number().int(),
    })
    .optional(),
});

const period = z
  .object({ from: isoDate, to: isoDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day is before the first.' });

export const patternsContract = {
  'patterns.find': query({
    summary: 'What exclusions of a period have in common: reason, lesson, place, weekday, time of day.',
    permission: 'support.view',
    input: period,
    output: z.object({
      exclusions: z.number().int(),
      pupils: z.number().int(),
      /** Pupils with more than one. */
      repeat: z.number().int(),
      /** Whether there are enough to speak of a pattern. */
      enough: z.boolean(),
      reason: pattern,
      lesson: pattern,
      place: pattern,
      weekday: pattern,
      time: pattern,
    }),
  }),
  'patterns.early': query({
    summary:
      'Pupils worth a talk: excluded more than once in a period, longer each time, for one reason again.',
    permission: 'support.view',
    input: period,
    output: z.object({
      pupils: z.array(
        z.object({
          pupilId: id,
          name: z.string(),
          form: z.string().optional(),
          times: z.number().int(),
          lastOn: isoDate,
          signs: z.array(z.string()),
          /** The open entry of the at-risk register. */
          entryId: id.optional(),
        }),
      ),
    }),
  }),
  'patterns.effect': query({
    summary:
      'Exclusions in the term before and after stays at providers, with how many there are and a caution.',
    permission: 'support.view',
    input: z.object({}),
    output: z.object({
      termDays: z.number().int(),
      leastStays: z.number().int(),
      all: effectRow,
      providers: z.array(effectRow.extend({ providerName: z.string() })),
      tooRecent: z.number().int(),
      tooEarly: z.number().int(),
      notOnRoll: z.number().int(),
      caution: z.array(z.string()),
    }),
  }),
};
