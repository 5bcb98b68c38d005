import { z } from 'zod';
import { query } from './operation.ts';
import { nothing } from './parts.ts';

export const healthContract = {
  'health.check': query({
    summary: 'How the server of the shared database is, in sentences, with what to do.',
    permission: 'backups.manage',
    input: nothing,
    output: z.object({
      lines: z.array(z.object({ state: z.enum(['good', 'look', 'bad']), text: z.string() })),
    }),
  }),
};
