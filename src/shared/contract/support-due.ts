import { z } from 'zod';
import { query } from './operation.ts';
import { id, isoDate, nothing } from './parts.ts';

export const supportDueContract = {
  'support.due': query({
    summary:
      'What is due in support today (register, plans, referrals, panels, returns), each thing once, the longest due first.',
    permission: 'support.view',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          key: z.string().describe('The same for the same thing on every day'),
          pupilId: id,
          pupilName: z.string(),
          on: isoDate.describe('Since when it is due'),
          what: z.string(),
          to: z.string().describe('The screen where it is done'),
        }),
      ),
    }),
  }),
};
