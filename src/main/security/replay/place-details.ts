import { z } from 'zod';

const session = z.object({ date: z.string(), slot: z.string() });

/** A run of places booked or held. */
export const bookedDetail = z.object({
  state: z.enum(['held', 'booked']),
  heldUntil: z.string().nullable().default(null),
  purpose: z.string(),
  exclusionId: z.string().nullable().default(null),
  pupilId: z.string(),
  providerId: z.string(),
  schoolId: z.string(),
  /** Only of a new stay. */
  pupilGroup: z.string().optional(),
  madeAt: z.string().optional(),
  movedFromId: z.string().nullable().default(null),
  places: z.array(session.extend({ id: z.string() })),
});

export type BookedRunDetail = z.infer<typeof bookedDetail>;

export const confirmedDetail = z.object({
  confirmed: z.array(z.string()),
  hadAgain: z.array(z.object({ lapsed: z.string(), id: z.string() })),
});

/** A place that ended. */
export const endedDetail = z.object({
  state: z.enum(['cancelled', 'lapsed']),
  code: z.string().optional(),
  reason: z.string().optional(),
});

/** Places that a case no longer needs. */
export const freedDetail = z.object({ freedPlaces: z.array(z.string()), reason: z.string() });

export const movedDetail = z.object({ moved: z.object({ places: z.array(z.string()), reason: z.string() }) });

export const changedDetail = z.object({
  changed: z.object({ cancelled: z.array(z.string()), reason: z.string() }),
});

/** What came of a place; none takes it back. */
export const markedDetail = z.object({
  after: z.object({
    outcome: z.string().nullable(),
    reason: z.string().optional(),
    note: z.string().optional(),
    arrivedAt: z.string().optional(),
    leftAt: z.string().optional(),
  }),
});

export const chosenDetail = z.object({ after: z.object({ choice: z.string(), on: z.string() }) });
