import { z } from 'zod';
import { letterBlock } from '#shared/contract/letters.ts';

/** What an issue keeps of the paper: everything that stands on it. */
const content = z.object({
  title: z.string(),
  letterhead: z.object({ schoolName: z.string(), lines: z.array(z.string()) }),
  blocks: z.array(letterBlock),
});

/** A stored letter as it was sent. Throws when the row is not what this program wrote. */
export const readContent = (stored: unknown): z.infer<typeof content> => content.parse(stored);

/** One text for equal content: keys in order, no spaces. What the fingerprint is made from. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
