import { z } from 'zod';
import { EXCLUSION_STATES } from '../domain/exclusions/types.ts';
import { PLACEMENT_PURPOSES } from '../domain/placements/types.ts';
import { isIsoDate } from '../kernel/plain-date.ts';

/** Schemas that several areas share. Lengths are limits on what we store, in characters. */
export const isoDate = z
  .string()
  .max(10)
  .refine(isIsoDate, { error: 'Enter a real date, for example 3 June 2025.', abort: true })
  .refine((date) => date >= '1900', 'Enter a date from 1900 on.')
  // Weeks and school days around it are counted too, and the calendar has no year 10000.
  .refine((date) => date < '3000', 'Enter a date before the year 3000.')
  .describe('A day, YYYY-MM-DD');

/**
 * A day that others are counted from or shown around: there must be room on both sides, or the answer would hold days
 * that are none.
 */
export const dayWithRoom = isoDate.refine(
  (date) => date >= '1950' && date < '2900',
  'Enter a date between 1950 and 2899.',
);

export const id = z.string().min(1).max(64);

export const slot = z.enum(['am', 'pm']);

export const session = z.object({ date: isoDate, slot });

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, for example 8.45 am.');

export const line = (label: string, max = 120) =>
  z.string().trim().min(1, `Enter ${label}.`).max(max, `Use at most ${max} characters.`);

export const fileId = z.string().min(1).max(64).describe('An opaque id that main gave for a chosen file');

export const schoolYear = z.number().int().min(2003).max(2100).describe('First year: 2025 for 2025/26');

export const fileProblem = z.object({
  severity: z.enum(['error', 'warning']),
  line: z.number().int().optional(),
  element: z.string().optional(),
  value: z.string().optional(),
  rule: z.string().optional(),
  message: z.string(),
  remedy: z.string(),
});

export const exclusionKind = z.enum(['fixed-period', 'permanent', 'lunchtime']);

export const exclusionState = z.enum(EXCLUSION_STATES);

export const nothing = z.object({});

export const placeState = z.enum(['held', 'booked']);

/** A pupil in a provider's session. */
export const cellPupil = z.object({
  placeId: id,
  placementId: id,
  pupilId: id,
  /** None for a pupil who is not excluded by our school. */
  exclusionId: id.optional(),
  purpose: z.enum(PLACEMENT_PURPOSES),
  name: z.string(),
  form: z.string().optional(),
  state: placeState,
  heldUntil: z.string().optional(),
});

/** One exclusion as a return has it. */
export const returnedExclusion = z.object({
  upn: z.string(),
  surname: z.string(),
  forename: z.string(),
  category: z.string(),
  startDate: isoDate,
  startSession: z.enum(['AM', 'PM']).optional(),
  endDate: isoDate.optional(),
  sessions: z.number().int().optional(),
  reasons: z.array(z.string()),
  inCare: z.boolean().optional(),
  senProvision: z.string().optional(),
});
