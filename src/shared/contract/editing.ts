import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, nothing } from './parts.ts';

/** What can be open for change at two PCs. */
const EDITED = ['exclusion', 'pupil', 'provider', 'stay'] as const;

export type Edited = (typeof EDITED)[number];

const subject = z.object({ subjectType: z.enum(EDITED), subjectId: id });

/** Who has a record open at which PC of a shared database. On one PC nobody asks, and nothing is kept. */
export const editingContract = {
  'editing.open': command({
    summary: 'Tell the other PCs that this one has a record open to change it, or still has.',
    permission: 'app.use',
    input: subject,
    output: nothing,
  }),
  'editing.close': command({
    summary: 'Tell the other PCs that this one has closed a record.',
    permission: 'app.use',
    input: subject,
    output: nothing,
  }),
  'editing.others': query({
    summary: 'Who else has a record open, and since when.',
    permission: 'app.use',
    input: subject,
    output: z.object({
      /** False on one PC, where there is nobody to ask for or to tell. */
      shared: z.boolean(),
      others: z.array(
        z.object({
          userName: z.string(),
          since: z.string().describe('When they opened it: UTC, by the clock of the server'),
          /** The same person at another PC. */
          yourself: z.boolean(),
        }),
      ),
    }),
  }),
};
