import type { IsoDate } from '../../kernel/plain-date.ts';
import type { ChainLink } from '../exclusions/types.ts';
import { parentsLetterId } from './parents-letter-id.ts';
import type { LetterFacts, LetterId } from './types.ts';

/** Why a letter is needed, or that it is not; words: `shared/text/letters/why-letter.ts`. */
export type LetterReason =
  | { readonly type: 'term-total'; readonly halfDays: number; readonly over: 0 | 5 | 15 }
  | { readonly type: 'permanent' }
  | { readonly type: 'lunchtime'; readonly lunchtimes: number }
  | { readonly type: 'examination'; readonly name: string; readonly date: IsoDate }
  | { readonly type: 'follows'; readonly as: ChainLink; readonly title: string }
  | { readonly type: 'taken-back' }
  | { readonly type: 'owed' }
  | { readonly type: 'once-a-term' }
  | { readonly type: 'meeting-set'; readonly on: IsoDate }
  | { readonly type: 'no-meeting-yet' }
  | { readonly type: 'decided'; readonly on: IsoDate }
  | { readonly type: 'not-decided-yet' };

export interface LetterNeed {
  readonly id: LetterId;
  readonly needed: boolean;
  readonly because: LetterReason;
}

export interface LettersInput {
  readonly facts: LetterFacts;
  /** Keys of the duties that the case owes: they decide who is told, so that a new rule set needs no code here. */
  readonly owed: ReadonlySet<string>;
}

/**
 * The letters and notices of a case, in the order in which they go. The parents' letter follows the TERM's total (this
 * exclusion included); an examination missed has its own, because the governors must then meet; one that follows another
 * says which. Pure.
 */
export function lettersOf({ facts, owed }: LettersInput): readonly LetterNeed[] {
  const { governors } = facts;
  const takenBack = isTakenBack(facts);
  // Once it was taken back nobody is to be told any more that it holds.
  const needs: LetterNeed[] = [{ ...parentsLetterOf(facts), needed: !takenBack }];
  if (takenBack) needs.push({ id: 'parents-cancelled', needed: true, because: { type: 'taken-back' } });

  const told = (id: LetterId, who: string, always = false): void => {
    const due = owed.has(`tell-${takenBack ? 'cancelled-' : ''}${who}`);
    if (!due && !always) return;
    const because: LetterReason = due ? { type: takenBack ? 'taken-back' : 'owed' } : { type: 'once-a-term' };
    needs.push({ id, needed: due, because });
  };
  told('notice-authority', 'authority', true);
  told('notice-home-authority', 'home-authority');
  told('notice-governors', 'governors', true);
  told('notice-social-worker', 'social-worker');
  told('notice-virtual-school-head', 'virtual-school-head');

  const { meetingOn, decision } = governors;
  if (meetingOn !== undefined || governors.rule.must !== 'consider-representations') {
    needs.push({
      id: 'governors-invitation',
      needed: meetingOn !== undefined && decision === undefined && !takenBack,
      because: meetingOn === undefined ? { type: 'no-meeting-yet' } : { type: 'meeting-set', on: meetingOn },
    });
  }
  needs.push({
    id: 'governors-decision',
    needed: decision !== undefined,
    because: decision === undefined ? { type: 'not-decided-yet' } : { type: 'decided', on: decision.on },
  });
  return needs;
}

/** The one letter that tells the parents of the decision. */
export function parentsLetterOf({
  exclusion,
  governors,
  termHalfDays = 0,
  examsMissed,
}: LetterFacts): LetterNeed {
  const { kind, follows } = exclusion;
  const [exam] = governors.rule.when === 'examination-missed' ? examsMissed : [];
  const id = parentsLetterId({
    kind,
    follows: follows !== undefined,
    examinationMissed: exam !== undefined,
    termHalfDays,
  });
  const need = (because: LetterReason): LetterNeed => ({ id, needed: true, because });
  if (follows !== undefined) return need({ type: 'follows', ...follows });
  if (kind === 'permanent') return need({ type: 'permanent' });
  if (kind === 'lunchtime') return need({ type: 'lunchtime', lunchtimes: exclusion.halfDays });
  if (exam !== undefined) return need({ type: 'examination', name: exam.name, date: exam.date });
  const over = id === 'parents-over-15' ? 15 : id === 'parents-over-5' ? 5 : 0;
  return need({ type: 'term-total', halfDays: termHalfDays, over });
}

const isTakenBack = ({ exclusion: { state } }: LetterFacts): boolean =>
  state === 'cancelled' || state === 'withdrawn';
