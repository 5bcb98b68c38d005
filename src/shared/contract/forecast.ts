import { z } from 'zod';
import { KEY_STAGES } from '../domain/forecast/types.ts';
import { query } from './operation.ts';
import { isoDate, nothing, slot } from './parts.ts';

/** Places by half of the day; `total` is their sum. */
const places = z.object({ am: z.number(), pm: z.number(), total: z.number() });

const range = z.object({ low: z.number().int(), high: z.number().int() });

const need = z.object({
  /** By exclusions on record. */
  known: places,
  /** By exclusions still to come, on average. */
  expected: places,
  /** What is needed will lie in here in 8 of 10 cases or more. */
  range: z.object({ am: range, pm: range, total: range }),
  byStage: z.array(
    z.object({ stage: z.enum(KEY_STAGES), label: z.string(), known: z.number(), expected: z.number() }),
  ),
  /**
   * Whether what is needed beyond the places already taken can be had: `short` when even the likely need cannot,
   * `may-run-short` when the top of the range cannot, in the morning or the afternoon.
   */
  verdict: z.enum(['enough', 'may-run-short', 'short']),
});

/** The forecast of the places a school needs. */
export const forecastOutput = z.object({
  today: isoDate,
  days: z.array(
    z.object({
      date: isoDate,
      label: z.string(),
      /** The halves on which the school meets. */
      slots: z.array(slot),
      free: places,
      /** Places that our excluded pupils already have. */
      taken: places,
      /** Missing when no forecast is given; `sentence` says why. */
      need: need.optional(),
    }),
  ),
  given: z.boolean(),
  /** Share of cases that a range holds at least: 0.8. */
  level: z.number(),
  history: z.object({
    from: isoDate.optional(),
    schoolDays: z.number().int(),
    exclusions: z.number().int(),
  }),
  /** The same forecast made on past days and held against what came; missing when there is too little history. */
  test: z
    .object({
      days: z.number().int(),
      from: isoDate,
      to: isoDate,
      forecasts: z.number().int(),
      /** Mean distance from what came, in places a day. */
      off: z.object({ forecast: z.number(), plainAverage: z.number(), averageAndKnown: z.number() }),
      /** Share of days forecast on which what came lay in the range. */
      inRange: z.number(),
    })
    .optional(),
  /** How it was worked out and how near it was, or why none is given, in plain words. */
  sentence: z.string(),
  /** Why there are fewer than ten days. */
  daysMissing: z.string().optional(),
});

export const forecastContract = {
  'forecast.get': query({
    summary:
      'Places likely needed on each of the next ten school days, with a range, beside the places free.',
    permission: 'places.arrange',
    input: nothing,
    output: forecastOutput,
  }),
};
