import { z } from 'zod';
import { COMMON_KINDS, PUPIL_KINDS, RETENTION_KINDS } from '../domain/privacy/types.ts';
import { command, query } from './operation.ts';
import { fileId, id, isoDate, line, nothing } from './parts.ts';

const upn = z.string().trim().length(13, 'A UPN has 13 characters.');

/** A pupil by our own id or, for an authority, by the UPN in the returns it received. */
const subject = z
  .object({ pupilId: id.optional(), upn: upn.optional() })
  .refine((one) => (one.pupilId === undefined) !== (one.upn === undefined), 'Give the pupil or the UPN.');

const reason = line('a reason', 500);

const pupilKind = z.enum(PUPIL_KINDS);

const held = z.object({ table: z.string(), title: z.string(), rows: z.number().int() });

const dueEntry = z.object({
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  /** 1 September of the school year of birth: enough to know whom a list of years is about. */
  bornFrom: isoDate,
  kind: pupilKind,
  since: isoDate,
  /** Why it cannot be erased now. */
  blocked: z.array(z.string()),
  hold: z.object({ until: isoDate, reason: z.string(), setBy: z.string() }).optional(),
});

export const privacyContract = {
  'privacy.display': query({
    summary: 'Whether lists show initials in place of names.',
    permission: 'app.use',
    input: nothing,
    output: z.object({ initialsInLists: z.boolean() }),
  }),
  'privacy.set-display': command({
    summary: 'Show initials, or names, in lists.',
    permission: 'privacy.manage',
    input: z.object({ initialsInLists: z.boolean() }),
    output: nothing,
  }),
  'privacy.window': query({
    summary: 'Whether the window is kept out of shared screens, and whether this system can.',
    permission: 'app.use',
    input: nothing,
    output: z.object({ supported: z.boolean(), hidden: z.boolean() }),
  }),
  'privacy.set-window': command({
    summary: 'Keep the window out of shared screens and recordings, where the system can.',
    permission: 'app.use',
    input: z.object({ hidden: z.boolean() }),
    output: z.object({ hidden: z.boolean() }),
  }),
  'privacy.rules': query({
    summary: 'How long each kind of record is kept, and on what ground.',
    permission: 'privacy.manage',
    input: nothing,
    output: z.object({
      rules: z.array(
        z.object({
          kind: z.enum(RETENTION_KINDS),
          months: z.number().int(),
          usualMonths: z.number().int(),
          from: z.enum(['birth', 'leaving', 'school-year', 'made']),
          source: z.string(),
          certainty: z.enum(['practice', 'suggestion']),
          own: z
            .object({ reason: z.string(), setBy: z.string(), setAt: z.string(), version: z.number().int() })
            .optional(),
        }),
      ),
    }),
  }),
  'privacy.set-rule': command({
    summary: 'Set how long a kind of record is kept, with the reason; without months, as usual again.',
    permission: 'privacy.manage',
    input: z.object({
      kind: z.enum(RETENTION_KINDS),
      months: z.number().int().min(1).max(1200).optional(),
      reason,
      /** Of the school's own figure, where there is one. */
      version: z.number().int().optional(),
    }),
    output: nothing,
  }),
  'privacy.review': query({
    summary: 'Records whose time is over: nothing is erased by itself.',
    permission: 'privacy.manage',
    input: nothing,
    output: z.object({
      pupils: z.array(dueEntry),
      /** Entries there are beyond those listed. */
      more: z.number().int(),
      /** Pupils who are kept longer for a reason. */
      held: z.array(dueEntry),
      common: z.array(
        z.object({
          kind: z.enum(COMMON_KINDS),
          rows: z.number().int(),
          /** Rows of before this day are due. */
          before: isoDate,
          oldest: isoDate,
        }),
      ),
    }),
  }),
  'privacy.hold': command({
    summary: 'Keep a pupil’s record beyond its time until a day, with the reason.',
    permission: 'privacy.manage',
    input: z.object({ pupilId: id, until: isoDate, reason }),
    output: nothing,
  }),
  'privacy.end-hold': command({
    summary: 'A pupil’s record need not be kept longer any more.',
    permission: 'privacy.manage',
    input: z.object({ pupilId: id }),
    output: nothing,
  }),
  'privacy.held': query({
    summary: 'What is held about one pupil, and which free texts to read before it is handed over.',
    permission: 'privacy.manage',
    records: 'view',
    input: subject,
    output: z.object({
      name: z.string(),
      upn: z.string(),
      sections: z.array(held),
      texts: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          label: z.string(),
          on: z.string().optional(),
          text: z.string(),
        }),
      ),
      /** Whether this program can make the PDF; the command line cannot. */
      pdf: z.boolean(),
    }),
  }),
  'privacy.subject-access': command({
    summary: 'Write everything held about one pupil to a file: plain words as PDF, and the data as JSON.',
    permission: 'privacy.manage',
    records: 'export',
    input: z.object({
      subject,
      leftOut: z
        .array(z.object({ key: z.string().max(40), reason }))
        .max(2000)
        .default([]),
      destination: fileId.optional(),
    }),
    output: z.object({ fileId, fileName: z.string(), pdf: z.boolean() }),
  }),
  'privacy.erasure-preview': query({
    summary:
      'What erasing a pupil’s record would take away, what stays for the figures, and what stands against it.',
    permission: 'privacy.manage',
    records: 'view',
    input: z.object({ subject, kind: pupilKind.optional() }),
    output: z.object({
      name: z.string(),
      surname: z.string(),
      blocked: z.array(z.string()),
      sections: z.array(held.extend({ removed: z.boolean() })),
      /** Records of others in which the full name or the UPN stands: a person must look at them. */
      mentions: z.array(z.object({ title: z.string(), rows: z.number().int() })),
    }),
  }),
  'privacy.erase-pupil': command({
    summary: 'Erase a pupil’s personal data, or one kind of it, for good; figures stay.',
    permission: 'privacy.manage',
    input: z.object({
      subject,
      kind: pupilKind.optional(),
      /** The surname, typed once more. */
      surname: z.string().max(120),
      reason,
    }),
    output: z.object({ counts: z.record(z.string(), z.number().int()), compacted: z.boolean() }),
  }),
  'privacy.erase-common': command({
    summary:
      'Erase names from old returns, old refused files or old details of the audit trail; figures stay.',
    permission: 'privacy.manage',
    input: z.object({ kind: z.enum(COMMON_KINDS), before: isoDate, reason }),
    output: z.object({ rows: z.number().int(), compacted: z.boolean() }),
  }),
  'privacy.erasures': query({
    summary: 'What was erased, when, by whom and why.',
    permission: 'privacy.manage',
    input: nothing,
    output: z.object({
      erasures: z.array(
        z.object({
          id,
          at: z.string(),
          byName: z.string(),
          kind: z.string(),
          reason: z.string(),
          rows: z.number().int(),
        }),
      ),
    }),
  }),
};
