import type { LetterId, LetterTemplate } from '../../domain/letters/types.ts';
import { CLOSING, SIGNED_BY_HEAD } from './paragraphs/closing.ts';
import { DECISION, REASONS, TO_PARENTS } from './paragraphs/opening.ts';
import { RIGHTS } from './paragraphs/rights.ts';
import { TIME_OUT } from './paragraphs/time-out.ts';

/**
 * A letter that tells the parents of a decision. All are made of the same paragraphs; the conditions of the paragraphs
 * choose what a case needs, so that a further or a lunchtime exclusion carries the rights of its term's total.
 */
export function parentsLetter(id: LetterId, title: string): LetterTemplate {
  return {
    id,
    version: 1,
    title,
    party: 'Parents',
    duties: [{ keys: ['tell-parents-writing'] }, { keys: ['education-notice'], when: ['education-places'] }],
    paragraphs: [...TO_PARENTS, ...DECISION, ...REASONS, ...TIME_OUT, ...RIGHTS, ...CLOSING, SIGNED_BY_HEAD],
  };
}
