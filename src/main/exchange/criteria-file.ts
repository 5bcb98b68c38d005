import { z } from 'zod';
import { gridCriteria } from '#shared/contract/risk-criteria.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { criteriaLines } from '#shared/text/grid-words.ts';
import { refuseFor } from './file-problems.ts';
import { readText } from './read-text.ts';

/** Criteria and procedure that an authority gives to its schools. */
export interface CriteriaFile {
  readonly authority: { readonly code: string; readonly name: string };
  /** `YYYY-MM-DDTHH:MM:SS`. */
  readonly madeAt: string;
  readonly criteria: GridCriteria;
}

const WHAT = 'Criteria for the register of pupils at risk, to be taken over by schools';

const layout = z.object({
  what: z.literal(WHAT),
  authority: z.object({ code: z.string().regex(/^\d{3}$/), name: z.string().trim().min(1).max(120) }),
  madeAt: z.string().max(30),
  criteria: gridCriteria,
});

/** The file as JSON: first the criteria in words, for people who open it, then what programs read. */
export function writeCriteriaFile({ authority, madeAt, criteria }: CriteriaFile): string {
  const inWords = criteriaLines({ ...criteria, setBy: authority.name }).map((line) => line.join(': '));
  return `${JSON.stringify({ what: WHAT, authority, madeAt, inWords, criteria }, null, 2)}\n`;
}

/** The criteria in a file, or why they cannot be used. */
export function readCriteriaFile(bytes: Uint8Array): Result<CriteriaFile> {
  // Read as a list is: what a person saved anew in a text editor may have another encoding.
  const text = readText(bytes, 'csv');
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value.text);
  } catch {
    return refuseFor({
      message: 'This is not a file of criteria that an authority wrote with First Day.',
      remedy: 'Choose the file whose name ends in .json that the authority sent.',
    });
  }
  const read = layout.safeParse(value);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return refuseFor({
    element: issue?.path.join('.') ?? '',
    message: 'A part of the file is missing or was changed, or a newer First Day wrote it.',
    remedy: 'Ask the authority to write the file again and to send it as it is.',
  });
}
