import { z } from 'zod';
import { ATTENDANCE_REASONS, PLACE_OUTCOMES, STAY_TASK_KINDS } from '../domain/placements/types.ts';
import { clockTime, id, isoDate, slot } from './parts.ts';

/** What came of a place; empty until it is marked. */
export const attendance = z.object({
  outcome: z.enum(PLACE_OUTCOMES).optional(),
  reason: z.enum(ATTENDANCE_REASONS).optional(),
  note: z.string().optional(),
  /** Late or early: times that differ from those of the session. */
  arrivedAt: clockTime.optional(),
  leftAt: clockTime.optional(),
});

/** Something a stay owes. */
export const task = z.object({
  id,
  version: z.number().int(),
  kind: z.enum(STAY_TASK_KINDS),
  title: z.string(),
  dueOn: isoDate.optional(),
  beforeArrival: z.boolean(),
  doneOn: isoDate.optional(),
  doneBy: z.string().optional(),
  verdict: z.enum(['suitable', 'unsuitable']).optional(),
  note: z.string().optional(),
  overdue: z.boolean(),
});

/** Whose stay it is and where. */
export const whose = {
  placementId: id,
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  providerId: id,
  providerName: z.string(),
};

/** One session of a stay, whatever became of it. */
export const stayPlace = z.object({
  placeId: id,
  date: isoDate,
  slot,
  state: z.enum(['held', 'booked', 'cancelled', 'lapsed']),
  starts: z.string().optional(),
  ends: z.string().optional(),
  /** Why it was given up. */
  ended: z.string().optional(),
  escort: z.string().optional(),
  ...attendance.shape,
});

/** The end-of-placement report. */
export const report = z.object({
  version: z.number().int(),
  work: z.string(),
  behaviour: z.string(),
  nextSteps: z.string(),
  finishedOn: isoDate.optional(),
  finishedBy: z.string().optional(),
});
