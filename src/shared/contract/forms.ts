import { z } from 'zod';
import { command, query } from './operation.ts';
import { nothing } from './parts.ts';

/** The most that is kept of one form, in characters of JSON. */
export const KEPT_FORM_LIMIT = 64_000;

const key = z
  .string()
  .regex(/^[\w./:-]{1,160}$/)
  .describe('Which form, of what');

/** Half-filled forms, so that a reload or a crash of the window loses none: in memory, for the person who typed. */
export const formsContract = {
  'forms.keep': command({
    summary: 'Keep what was typed into a form, in memory and for this person only.',
    permission: 'app.use',
    input: z.object({ key, values: z.string().max(KEPT_FORM_LIMIT).describe('The form as JSON') }),
    output: nothing,
  }),
  'forms.kept': query({
    summary: 'What this person had typed into a form.',
    permission: 'app.use',
    input: z.object({ key }),
    output: z.object({ values: z.string().optional() }),
  }),
  'forms.drop': command({
    summary: 'Forget what was typed into a form: it was saved or given up.',
    permission: 'app.use',
    input: z.object({ key }),
    output: nothing,
  }),
};
