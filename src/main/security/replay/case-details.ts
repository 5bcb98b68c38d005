import { z } from 'zod';

const session = z.object({ date: z.string(), slot: z.enum(['am', 'pm']) });

const text = z.string().nullable().default(null);

/** What was entered of a case: the form of the screen, or (made of an absence) the row itself. */
const entered = z.object({
  pupilId: z.string(),
  kind: z.string(),
  startDate: text,
  startSlot: text,
  end: session.optional(),
  endDate: z.string().nullish(),
  endSlot: z.string().nullish(),
  halfDays: z.number().nullable().default(null),
  incidentOn: text,
  incidentAt: text,
  incidentPlace: text,
  incidentLesson: text.optional(),
  incidentAccount: text,
  decidedBy: text,
  decidedOn: text,
  followsId: text,
  followsAs: text,
  version: z.number(),
  reasons: z.array(z.string()).default([]),
  /** The sessions out, once it is issued. */
  sessions: z.array(z.object({ date: z.string(), slot: z.string() })).optional(),
});

const stamped = z.object({
  schoolId: z.string(),
  state: z.string(),
  ruleSet: z.string(),
  senProvision: z.string().nullable(),
  inCare: z.boolean(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  issuedBy: z.string().nullable(),
  issuedAt: z.string().nullable(),
});

/** A draft kept, or an exclusion issued. */
export const writtenDetail = z.object({ after: entered, stamped });

const stand = z.object({ state: z.string(), version: z.number(), stopped: session.optional() });

/** Something that happened in a case. */
export const eventDetail = z.object({
  event: z.object({
    id: z.string(),
    type: z.string(),
    on: z.string(),
    slot: z.string().optional(),
    outcome: z.string().optional(),
    back: session.optional(),
    note: z.string(),
    recordedAt: z.string(),
  }),
  stand,
});

/** An event struck out. */
export const struckOutDetail = z.object({
  struckOut: z.object({ id: z.string(), voidedAt: z.string() }),
  reason: z.string(),
  stand,
});

export type Entered = z.infer<typeof entered>;
export type Stamped = z.infer<typeof stamped>;
export type Stand = z.infer<typeof stand>;
export type HappenedEvent = z.infer<typeof eventDetail>['event'];
