import type { ExclusionKind } from '../exclusions/types.ts';
import type { LetterId } from './types.ts';

/** What the choice of the letter to the parents follows from. */
export interface ParentsLetterChoice {
  readonly kind: ExclusionKind;
  /** It is chained to an earlier one. */
  readonly follows: boolean;
  /** The governors have to meet because an examination is missed. */
  readonly examinationMissed: boolean;
  /** Half days of the deciding term, this exclusion included. */
  readonly termHalfDays: number;
}

/**
 * The one letter that tells the parents of a decision: by the total of the TERM and not by this exclusion alone, more
 * than 5 and more than 15 days being strict; an examination that is missed has a letter of its own. Source: the model
 * letters as local authorities restate them.
 */
export function parentsLetterId(choice: ParentsLetterChoice): LetterId {
  const { kind, follows, examinationMissed, termHalfDays } = choice;
  if (follows) return 'parents-further';
  if (kind === 'permanent') return 'parents-permanent';
  if (kind === 'lunchtime') return 'parents-lunchtime';
  if (examinationMissed) return 'parents-exam';
  if (termHalfDays > 30) return 'parents-over-15';
  return termHalfDays > 10 ? 'parents-over-5' : 'parents-short';
}
