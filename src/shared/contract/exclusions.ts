import { z } from 'zod';
import { CASE_EVENT_TYPES, EXAMINATION_KINDS } from '../domain/duties/types.ts';
import { CHAIN_LINKS } from '../domain/exclusions/types.ts';
import { dutyView } from './duties.ts';
import { command, query } from './operation.ts';
import {
  dayWithRoom,
  exclusionKind,
  exclusionState,
  id,
  isoDate,
  line,
  nothing,
  session,
  slot,
} from './parts.ts';

const text = (max: number) => z.string().max(max, `Use at most ${max} characters.`);

/**
 * What the Record screen holds. Everything but the pupil and the kind may still be missing in a draft. The length is
 * given either as `halfDays` or as `end`; when both are there `lengthBy` says which one leads.
 */
export const exclusionDraft = z.object({
  id: id.optional(),
  version: z.number().int().optional().describe('Of the draft being changed; a stale one is refused'),
  pupilId: id,
  kind: exclusionKind,
  startDate: dayWithRoom.optional(),
  startSlot: slot.default('am'),
  lengthBy: z.enum(['half-days', 'end']).default('half-days'),
  halfDays: z.number().int().min(1, 'At least half a day.').max(90, 'At most 45 days.').optional(),
  end: session.optional(),
  incidentOn: isoDate.optional(),
  incidentAt: text(20).default(''),
  incidentPlace: text(120).default(''),
  incidentAccount: text(4000).default(''),
  incidentLesson: text(60).default(''),
  reasons: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(3)
    .default([]),
  decidedBy: text(80).default('').describe('The head teacher or acting head on the day of the decision'),
  decidedOn: isoDate
    .optional()
    .describe('Left out: the day of the start, or today when that is still to come'),
  /** The exclusion it is chained to, and how. */
  followsId: id.optional(),
  followsAs: z.enum(CHAIN_LINKS).optional(),
});

const problem = z.object({
  severity: z.enum(['error', 'warning']),
  /** The field of the draft it concerns, when there is one. */
  field: z.string().optional(),
  message: z.string(),
});

const totalBar = z.object({
  label: z.string(),
  beforeHalfDays: z.number().int(),
  afterHalfDays: z.number().int(),
  earlierHalfDays: z.number().int(),
  /** Thresholds in half days that this exclusion crosses. */
  crosses: z.array(z.number().int()),
});

const preview = z.object({
  ruleSet: z.object({ id: z.string(), name: z.string(), noun: z.string(), authority: z.string() }),
  /** What counts: half days, or the lunchtimes of a lunchtime exclusion; none for a permanent one. */
  sessions: z.array(z.object({ date: isoDate, slot: z.enum(['am', 'pm', 'lunch']) })),
  halfDays: z.number().int().optional(),
  end: session.optional(),
  returnsOn: session.optional(),
  /** Line by line, with the closed days passed over. */
  working: z.array(z.object({ type: z.enum(['counted', 'closed']), text: z.string() })),
  summary: z.string(),
  term: totalBar.optional(),
  year: totalBar.optional(),
  educationDue: z.object({
    law: z.object({ date: isoDate, text: z.string() }).optional(),
    promise: z.object({ date: isoDate, text: z.string() }).optional(),
  }),
  /** What the case would oblige, in order of their days. */
  duties: z.array(dutyView),
  examsMissed: z.array(z.object({ kind: z.enum(EXAMINATION_KINDS), name: z.string(), date: isoDate, slot })),
  /** Heads and acting heads on the day of the decision: one of them decides. */
  deciders: z.array(z.object({ name: z.string(), acting: z.boolean() })),
  reasons: z.array(z.object({ code: z.string(), description: z.string() })),
  maxReasons: z.number().int(),
  problems: z.array(problem),
  canIssue: z.boolean(),
});

const exclusionRow = z.object({
  id,
  pupilId: id,
  pupilName: z.string(),
  form: z.string().optional(),
  kind: exclusionKind,
  state: exclusionState,
  /** The state in the words of the rule set: "issued", "cancelled on Mon 9 June 2025". */
  stateText: z.string(),
  title: z.string(),
  startDate: isoDate.optional(),
  endDate: isoDate.optional(),
  halfDays: z.number().int().optional(),
});

const eventType = z.enum(CASE_EVENT_TYPES);

const caseEvent = z.object({
  id,
  type: eventType,
  on: isoDate,
  slot: slot.optional(),
  outcome: z.string().optional(),
  /** The first session back, of an event that puts the pupil back. */
  back: session.optional(),
  /** What happened, in words. */
  text: z.string(),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  voided: z.string().optional(),
});

/** One step that may follow, or may not and why. */
const step = z.object({
  event: eventType,
  label: z.string(),
  allowed: z.boolean(),
  /** Why not. */
  why: z.string().optional(),
  outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
  /** It needs the first session back as well as the day. */
  asksSession: z.boolean(),
  /** Only the head, or an acting head, does it. */
  decides: z.boolean(),
});

const linked = z.object({ exclusionId: id, title: z.string(), as: z.enum(CHAIN_LINKS) });

export const exclusionsContract = {
  'exclusions.preview': query({
    summary:
      'What an exclusion would mean, before it is saved: sessions, working, totals, limits, education due.',
    permission: 'exclusions.record',
    input: exclusionDraft,
    output: preview,
  }),
  'exclusions.save-draft': command({
    summary: 'Keep an exclusion as a draft; binds nobody.',
    permission: 'exclusions.record',
    input: exclusionDraft,
    output: z.object({ id, version: z.number().int() }),
  }),
  'exclusions.issue': command({
    summary: 'Issue an exclusion: from now on it counts.',
    permission: 'exclusions.decide',
    input: exclusionDraft,
    output: z.object({ id, version: z.number().int() }),
  }),
  'exclusions.discard-draft': command({
    summary: 'Discard a draft; the audit trail keeps that it was there.',
    permission: 'exclusions.record',
    input: z.object({ id }),
    output: nothing,
  }),
  'exclusions.get': query({
    summary: 'One exclusion as recorded, with its preview.',
    permission: 'exclusions.view',
    records: 'view',
    input: z.object({ id }),
    output: z.object({
      row: exclusionRow,
      draft: exclusionDraft.extend({ version: z.number().int() }),
      preview,
      issuedAt: z.string().optional(),
      issuedBy: z.string().optional(),
      /** The first session given back, when it was stopped before its end. */
      stopped: session.optional(),
      events: z.array(caseEvent),
      steps: z.array(step),
      /** Ways to chain another exclusion to it; the rule set says which there are. */
      chains: z.array(
        z.object({
          as: z.enum(CHAIN_LINKS),
          label: z.string(),
          allowed: z.boolean(),
          why: z.string().optional(),
        }),
      ),
      follows: linked.optional(),
      followedBy: z.array(linked),
    }),
  }),
  'exclusions.record-event': command({
    summary: 'Record what happened in a case: representations, meeting, decision, review, return.',
    permission: 'duties.fulfil',
    input: z.object({
      id,
      version: z.number().int(),
      type: eventType,
      on: isoDate,
      slot: slot.optional(),
      outcome: z.string().max(40).optional(),
      back: session.optional().describe('The first session back; needed when the outcome is `reinstated`'),
      note: text(1000).default(''),
    }),
    output: z.object({
      version: z.number().int(),
      state: exclusionState,
      /** Sentences about what was recorded all the same: a governors' meeting outside its window. */
      warnings: z.array(z.string()),
    }),
  }),
  'exclusions.void-event': command({
    summary: 'Strike out an event that was recorded by mistake; it stays in the history.',
    permission: 'duties.fulfil',
    input: z.object({ id, version: z.number().int(), eventId: id, reason: line('why', 200) }),
    output: z.object({ version: z.number().int(), state: exclusionState }),
  }),
  'exclusions.cancel': command({
    summary:
      'Take an exclusion back before the governors meet: cancel it, or withdraw it under the older rules.',
    permission: 'exclusions.decide',
    input: z.object({
      id,
      version: z.number().int(),
      /** The day on which it was taken back; today when left out. */
      cancelledOn: isoDate.optional(),
      /** The first session back. */
      back: session,
      reason: line('why', 500),
    }),
    output: z.object({ version: z.number().int(), state: exclusionState }),
  }),
  'exclusions.list': query({
    summary: 'Exclusions by state and start date, newest first.',
    permission: 'exclusions.view',
    input: z.object({
      state: exclusionState.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(exclusionRow) }),
  }),
};
