import { checkLetterhead } from '../documents/check-letterhead.ts';
import { ownLetterhead } from './own-letterhead.ts';

/**
 * The template for Word letters: the school's own, as kept in base64, or First Day's. One that was taken once and can no
 * longer be used gives way to First Day's, so that letters can always be written.
 */
export function letterheadParts(kept: string | null): ReadonlyMap<string, Uint8Array> {
  if (kept !== null) {
    const own = checkLetterhead(Buffer.from(kept, 'base64'));
    if (own.ok) return own.parts;
  }
  const shipped = checkLetterhead(ownLetterhead());
  if (!shipped.ok) throw new Error(`The shipped letterhead is damaged: ${shipped.sentence}`);
  return shipped.parts;
}
