import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, id, isoDate, line, nothing } from './parts.ts';

/** A run of a letter's text: fixed words, or a gap with what fills it. */
const letterRun = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('gap'),
    key: z.string(),
    text: z.string().describe('What fills it; empty while it is missing'),
    from: z.enum(['record', 'typed', 'missing']),
  }),
]);

/** One block of a letter, in order. Locked blocks are what the rules ask for and cannot be edited. */
export const letterBlock = z.object({
  id: z.string(),
  kind: z.enum(['address', 'date', 'heading', 'paragraph', 'bullets', 'signature']),
  locked: z.boolean(),
  /** Bullets have a list of runs for each point, the others one. */
  lines: z.array(z.array(letterRun)),
});

const letterGap = z.object({
  key: z.string(),
  label: z.string(),
  help: z.string().optional(),
  multiline: z.boolean(),
  value: z.string(),
  from: z.enum(['record', 'typed', 'missing']),
  /** True when a user may type into it; what comes from the record is corrected in the record. */
  editable: z.boolean(),
  /** Where a record's gap is put right, when it is missing. */
  fix: z.string().optional(),
});

const letterIssue = z.object({
  issueId: id,
  title: z.string(),
  sentTo: z.string(),
  sentHow: z.string(),
  sentOn: isoDate,
  issuedBy: z.string(),
  issuedAt: z.string(),
  sha256: z.string(),
  /** What in the record is no longer as this letter says; empty while it still holds. */
  stale: z.array(z.string()),
});

const letterRow = z.object({
  templateId: z.string(),
  title: z.string(),
  /** To whom, in the words of the rule set. */
  party: z.string(),
  /** Why this letter, in one sentence: "The term's total is 5.5 days, more than 5." */
  why: z.string(),
  /** The rules ask for it in this case; others can be opened when needed. */
  needed: z.boolean(),
  state: z.enum(['not-issued', 'issued', 'stale']),
  missing: z.number().int(),
  issues: z.array(letterIssue),
});

/** One thing that must agree before a letter goes: record, letter, notice, register codes, bookings. */
const agreement = z.object({
  what: z.string(),
  ok: z.boolean(),
  /** A difference that stops the letter; otherwise a warning. */
  blocks: z.boolean(),
  text: z.string(),
});

export const lettersContract = {
  'letters.list': query({
    summary: 'The letters and notices of a case: which are needed and why, what is missing, what was sent.',
    permission: 'letters.view',
    records: 'view',
    input: z.object({ exclusionId: id }),
    output: z.object({ letters: z.array(letterRow) }),
  }),
  'letters.open': query({
    summary: 'One letter as it would print now, its gaps, and whether it agrees with the record.',
    permission: 'letters.view',
    records: 'view',
    input: z.object({ exclusionId: id, templateId: z.string().max(60) }),
    output: z.object({
      exclusionId: id,
      templateId: z.string(),
      title: z.string(),
      party: z.string(),
      ruleSet: z.string(),
      pupilName: z.string(),
      version: z.number().int().optional(),
      blocks: z.array(letterBlock),
      gaps: z.array(letterGap),
      missing: z.array(z.string()),
      agreement: z.array(agreement),
      canIssue: z.boolean(),
      /** The duty that sending it fulfils, when there is one. */
      dutyKey: z.string().optional(),
      issues: z.array(letterIssue),
      suggestedTo: z.string(),
    }),
  }),
  'letters.save': command({
    summary: 'Keep what was typed into a letter’s gaps.',
    permission: 'letters.write',
    input: z.object({
      exclusionId: id,
      templateId: z.string().max(60),
      version: z.number().int().optional(),
      gaps: z.record(z.string().max(40), z.string().max(2000)),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  'letters.issue': command({
    summary: 'Log a letter as sent: exactly what, when, how and to whom; refused while a gap is unfilled.',
    permission: 'letters.issue',
    input: z.object({
      exclusionId: id,
      templateId: z.string().max(60),
      version: z.number().int().optional(),
      sentTo: line('to whom it goes', 200),
      sentHow: z.enum(['by hand', 'first-class post', 'second-class post', 'e-mail', 'secure portal']),
      sentOn: isoDate,
    }),
    output: z.object({ issueId: id }),
  }),
  'letters.sent': query({
    summary: 'A letter exactly as it was sent.',
    permission: 'letters.view',
    records: 'view',
    input: z.object({ issueId: id }),
    output: z.object({
      exclusionId: id,
      pupilName: z.string(),
      blocks: z.array(letterBlock),
      issue: letterIssue,
    }),
  }),
  'letters.export': command({
    summary: 'Write a letter as PDF or Word: the one prepared, or with an issue’s id exactly what was sent.',
    permission: 'letters.view',
    records: 'export',
    input: z.object({
      exclusionId: id,
      templateId: z.string().max(60),
      issueId: id.optional(),
      format: z.enum(['pdf', 'docx']),
      destination: fileId.optional().describe('Where to write; the window asks with a dialog instead'),
    }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
  'letters.save-letterhead': command({
    summary: 'Use the school’s own Word letterhead for letters, or First Day’s again.',
    permission: 'school.edit',
    input: z.object({ fileId: fileId.optional().describe('None: use First Day’s own again') }),
    output: nothing,
  }),
  'letters.write-letterhead': command({
    summary: 'Write the Word template that a school can put its letterhead on.',
    permission: 'letters.view',
    records: 'export',
    input: z.object({ destination: fileId.optional() }),
    output: z.object({ fileId, fileName: z.string() }),
  }),
};
