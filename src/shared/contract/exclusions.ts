import { z } from 'zod';
import { command, query } from './operation.ts';
import { exclusionKind, id, isoDate, nothing, session, slot } from './parts.ts';

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
  startDate: isoDate.optional(),
  startSlot: slot.default('am'),
  lengthBy: z.enum(['half-days', 'end']).default('half-days'),
  halfDays: z.number().int().min(1, 'At least half a day.').max(90, 'At most 45 days.').optional(),
  end: session.optional(),
  incidentOn: isoDate.optional(),
  incidentAt: text(20).default(''),
  incidentPlace: text(120).default(''),
  incidentAccount: text(4000).default(''),
  reasons: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(3)
    .default([]),
  decidedBy: text(80).default(''),
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
  state: z.enum(['draft', 'issued']),
  title: z.string(),
  startDate: isoDate.optional(),
  endDate: isoDate.optional(),
  halfDays: z.number().int().optional(),
});

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
    input: z.object({ id }),
    output: z.object({
      row: exclusionRow,
      draft: exclusionDraft.extend({ version: z.number().int() }),
      preview,
      issuedAt: z.string().optional(),
      issuedBy: z.string().optional(),
    }),
  }),
  'exclusions.list': query({
    summary: 'Exclusions by state and start date, newest first.',
    permission: 'exclusions.view',
    input: z.object({
      state: z.enum(['draft', 'issued']).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(exclusionRow) }),
  }),
};
