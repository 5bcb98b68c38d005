import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, isoDate, line, nothing } from './parts.ts';

const optional = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`).optional();

const parents = z.enum(['agreed', 'informed', 'refused', 'not-asked']);

const referralState = z.enum(['sent', 'accepted', 'returned', 'closed']);

/** What there is to say of an agency. */
const about = {
  name: line('the name'),
  helpsWith: line('what it helps with', 400),
  contact: optional(120).describe('A person there'),
  phone: optional(40),
  email: optional(120),
  howToRefer: optional(1000),
  needsParents: z.boolean().describe('Takes a referral only when the parents agreed'),
  team: z.boolean().describe('Several agencies that meet, return referrals and allocate key workers'),
};

const agency = z.object({
  id,
  version: z.number().int(),
  ...about,
  endedOn: isoDate.optional(),
  /** Referrals that are sent or accepted. */
  open: z.number().int(),
});

/** A referral as lists and the pupil's page show it. */
export const referral = z.object({
  id,
  version: z.number().int(),
  pupilId: id,
  name: z.string(),
  form: z.string().optional(),
  agencyId: id,
  agency: z.string(),
  team: z.boolean(),
  madeOn: isoDate,
  madeBy: z.string(),
  why: z.string(),
  doneSoFar: z.string(),
  parents,
  parentsOn: isoDate.optional(),
  state: referralState,
  answeredOn: isoDate.optional(),
  answer: z.string().optional(),
  allocatedTo: z.string().optional(),
  againOf: id.optional(),
  /** It came back and was made again since. */
  madeAgain: z.boolean(),
});

export const referralsContract = {
  'referrals.agencies': query({
    summary: 'The agencies and teams that pupils can be referred to.',
    permission: 'support.view',
    input: z.object({ ended: z.boolean().default(false).describe('Those not used any more, too') }),
    output: z.object({ agencies: z.array(agency) }),
  }),
  'referrals.save-agency': command({
    summary: 'Put an agency or a team into the directory, or change it.',
    permission: 'support.edit',
    input: z.object({ agencyId: id.optional(), version: z.number().int().optional(), ...about }),
    output: z.object({ agencyId: id }),
  }),
  'referrals.end-agency': command({
    summary: 'Note that an agency takes no referrals any more; those that are open go on.',
    permission: 'support.edit',
    input: z.object({ agencyId: id, version: z.number().int() }),
    output: z.object({ open: z.number().int().describe('Referrals that are still open') }),
  }),
  'referrals.list': query({
    summary: 'Referrals of pupils to agencies, and what came of them.',
    permission: 'support.view',
    input: z.object({ state: z.enum(['open', 'returned', 'closed', 'all']).default('open') }),
    output: z.object({
      referrals: z.array(referral),
      /** Over all: sent and not answered, and come back and neither made again nor closed. */
      waiting: z.number().int(),
      returned: z.number().int(),
    }),
  }),
  'referrals.make': command({
    summary: 'Refer a pupil to an agency; where it needs the parents only when they agreed.',
    permission: 'support.edit',
    input: z.object({
      pupilId: id,
      agencyId: id,
      why: line('why', 2000),
      doneSoFar: line('what the school has done', 2000),
      parents,
      parentsOn: isoDate.optional().describe('When the parents were asked or told'),
      againOf: id.optional().describe('The referral that came back and is made again'),
    }),
    output: z.object({ referralId: id }),
  }),
  'referrals.answer': command({
    summary: 'Note what an agency answered: accepted, returned with the reason, or closed.',
    permission: 'support.edit',
    input: z.object({
      referralId: id,
      version: z.number().int(),
      as: z.enum(['accepted', 'returned', 'closed']),
      on: isoDate.optional().describe('Today when left out'),
      answer: line('what was answered', 2000),
      allocatedTo: optional(120).describe('Who there works with the pupil'),
    }),
    output: nothing,
  }),
};
