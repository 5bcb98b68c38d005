import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';
import { riskEntry } from './support.ts';

const name = line('the name', 80);
const role = line('the role', 80);
const organisation = z.string().trim().max(120, 'Use at most 120 characters.').optional();

const person = z.object({
  id,
  version: z.number().int(),
  name: z.string(),
  role: z.string(),
  organisation: z.string().optional(),
});

export const keyWorkersContract = {
  'support.staff': query({
    summary: 'Who may be a key worker, and whom each of them has.',
    permission: 'support.view',
    input: nothing,
    output: z.object({
      staff: z.array(person.extend({ pupils: z.array(riskEntry) })),
      /** Key workers by name alone, from before there was a directory. */
      unlisted: z.array(z.object({ name: z.string(), role: z.string(), pupils: z.array(riskEntry) })),
      /** Pupils on the register who have nobody. */
      withoutKeyWorker: z.array(riskEntry),
      /** Who left, the latest first. */
      left: z.array(person.extend({ leftOn: isoDate })),
    }),
  }),
  'support.save-staff': command({
    summary: 'Enter somebody who may be a key worker, or change what is noted of them.',
    permission: 'support.edit',
    input: z.object({
      id: id.optional().describe('Left out for somebody new'),
      version: z.number().int().optional(),
      name,
      role,
      organisation: organisation.describe('Whom somebody from outside works for'),
      somebodyElse: z
        .boolean()
        .default(false)
        .describe('The name is like one of the directory and yet another person’s'),
    }),
    output: z.object({ id, linked: z.number().int().describe('Pupils who stood there by this name alone') }),
  }),
  'support.hand-over': command({
    summary: 'Note that a key worker leaves, and who has each of their pupils from now on.',
    permission: 'support.edit',
    input: z.object({
      staffId: id,
      version: z.number().int(),
      leftOn: isoDate.optional().describe('The last day here; today when left out'),
      pupils: z
        .array(z.object({ entryId: id, staffId: id.optional().describe('Left out: nobody yet') }))
        .max(500)
        .describe('All of the case load'),
    }),
    output: z.object({ handedOver: z.number().int(), withoutKeyWorker: z.number().int() }),
  }),
};
