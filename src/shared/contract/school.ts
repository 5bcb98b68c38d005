import { z } from 'zod';
import { EXAMINATION_KINDS } from '../domain/duties/types.ts';
import { CONTACT_RELATIONS } from '../domain/pupils/contact.ts';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing, slot } from './parts.ts';

const optional = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`).default('');

/** What the letters carry; an empty one is a gap in them. */
const details = z.object({
  address: optional(300),
  phone: optional(40),
  email: optional(120),
  authorityContact: optional(120),
  authorityAddress: optional(300),
  authorityPhone: optional(40),
  authorityEmail: optional(120),
  clerkName: optional(120),
  clerkAddress: optional(300),
  clerkPhone: optional(40),
  clerkEmail: optional(120),
  advice: optional(2000).describe('Sources of free advice, one a line'),
  work: optional(600).describe('How work is set and comes back, as the letters to parents say it'),
});

const head = z.object({
  id,
  name: line('the name', 80),
  acting: z.boolean(),
  from: isoDate,
  to: isoDate.optional(),
});

const exam = z.object({
  id,
  pupil: z.object({ id, name: z.string(), form: z.string().optional() }).optional(),
  ncYear: z.string().optional(),
  kind: z.enum(EXAMINATION_KINDS),
  name: z.string(),
  date: isoDate,
  slot,
});

export const contact = z.object({
  id,
  relation: z.enum(CONTACT_RELATIONS),
  name: line('the name', 120),
  address: optional(300),
  phone: optional(40),
  email: optional(120),
  position: z.number().int().min(1).max(9),
  version: z.number().int(),
});

const requestedAbsence = z.object({
  id,
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  from: isoDate,
  to: isoDate,
  askedBy: z.string(),
  account: z.string(),
  /** With which it is recorded properly; only begun while that is a draft. */
  exclusion: z.object({ id, draft: z.boolean() }).optional(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});

export const schoolContract = {
  'school.get': query({
    summary: 'Who decides, what the letters carry, and the letterhead in use.',
    permission: 'app.use',
    input: nothing,
    output: z.object({
      details: details.extend({ version: z.number().int() }),
      heads: z.array(head.extend({ version: z.number().int() })),
      /** Those who may decide today. */
      inForce: z.array(head),
      letterhead: z.string().optional(),
    }),
  }),
  'school.save-details': command({
    summary:
      'Change what the letters carry: addresses, telephone numbers, sources of advice, how work is set.',
    permission: 'school.edit',
    input: details.extend({ version: z.number().int() }),
    output: z.object({ version: z.number().int() }),
  }),
  'school.save-head': command({
    summary: 'Add or change the head teacher or an acting head, with dates.',
    permission: 'school.edit',
    input: z.object({
      id: id.optional(),
      version: z.number().int().optional(),
      name: line('the name', 80),
      acting: z.boolean(),
      from: isoDate,
      to: isoDate.optional(),
    }),
    output: z.object({ id, version: z.number().int() }),
  }),
  'exams.list': query({
    summary: 'Public examinations and national tests, of year groups and of single pupils.',
    permission: 'pupils.view',
    input: z.object({ pupilId: id.optional().describe('Those of one pupil, the year group’s included') }),
    output: z.object({ exams: z.array(exam) }),
  }),
  'exams.save': command({
    summary: 'Add an examination of a year group or of one pupil.',
    permission: 'pupils.edit',
    input: z
      .object({
        pupilId: id.optional(),
        ncYear: z.string().min(1).max(2).optional(),
        kind: z.enum(EXAMINATION_KINDS),
        name: line('the examination', 120),
        date: isoDate,
        slot,
      })
      .refine(({ pupilId, ncYear }) => (pupilId === undefined) !== (ncYear === undefined), {
        message: 'Choose a year group or one pupil.',
        path: ['ncYear'],
      }),
    output: z.object({ id }),
  }),
  'exams.remove': command({
    summary: 'Remove an examination that is not held.',
    permission: 'pupils.edit',
    input: z.object({ id }),
    output: nothing,
  }),
  'contacts.list': query({
    summary: 'Whom to tell about a pupil: parents, social worker, virtual school head, home authority.',
    permission: 'pupils.view',
    records: 'view',
    input: z.object({ pupilId: id }),
    output: z.object({ contacts: z.array(contact) }),
  }),
  'contacts.save': command({
    summary: 'Add or change somebody to tell about a pupil.',
    permission: 'pupils.edit',
    input: contact.partial({ id: true, version: true }).extend({ pupilId: id }),
    output: z.object({ id, version: z.number().int() }),
  }),
  'contacts.remove': command({
    summary: 'Remove somebody from those to tell about a pupil.',
    permission: 'pupils.edit',
    input: z.object({ id }),
    output: nothing,
  }),
  'absences.list': query({
    summary:
      'Absences at the school’s request without procedure: of one pupil, or those never recorded properly.',
    permission: 'pupils.view',
    records: 'view',
    input: z.object({ pupilId: id.optional() }),
    output: z.object({ absences: z.array(requestedAbsence) }),
  }),
  'absences.record': command({
    summary: 'Note that the school asked for a pupil to be kept at home; never counted as an exclusion.',
    permission: 'exclusions.record',
    input: z.object({
      pupilId: id,
      from: isoDate,
      to: isoDate,
      askedBy: line('who asked', 80),
      account: line('what was said', 1000),
    }),
    output: z.object({ id }),
  }),
  'absences.record-properly': command({
    summary:
      'Make a draft exclusion from an absence at the school’s request; the note stays and points to it.',
    permission: 'exclusions.record',
    input: z.object({ id }),
    output: z.object({ exclusionId: id }),
  }),
};
