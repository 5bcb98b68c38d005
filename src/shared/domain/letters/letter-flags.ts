import { LETTER_RULES } from './letter-rules.ts';
import type { Condition, LetterFacts, LetterFlag } from './types.ts';

/** What is true of a case: the flags on which paragraphs of letters are conditional. */
export function letterFlags(facts: LetterFacts): ReadonlySet<LetterFlag> {
  const { exclusion, education, governors, pupil, ruleSet, examsMissed, writtenOn } = facts;
  const { kind, state, start, follows } = exclusion;
  const flags = new Set<LetterFlag>();
  const set = (flag: LetterFlag, isTrue: boolean): void => void (isTrue && flags.add(flag));
  const dated = new Set(
    LETTER_RULES.filter(({ by, from, to }) => {
      const day = by === 'start' ? start.date : writtenOn;
      return from <= day && (to === undefined || day <= to);
    }).map(({ flag }) => flag),
  );

  const permanent = kind === 'permanent';
  flags.add(kind);
  set('not-permanent', !permanent);
  set('further', follows?.as === 'further');
  set('extension', follows?.as === 'extension');
  set('conversion', follows?.as === 'conversion');
  const takenBack = state === 'cancelled' || state === 'withdrawn';
  flags.add(takenBack ? 'cancelled' : 'in-force');
  const { takenBack: given, last } = exclusion;
  set('never-out', given?.neverOut === true);

  const { must, when } = governors.rule;
  set('board-considers', must === 'consider-representations');
  set('board-if-asked', must === 'meet-if-asked');
  set('board-exam', must === 'meet' && when === 'examination-missed');
  set('board-meets', must === 'meet' && when !== 'examination-missed');
  set('board-must-meet', must === 'meet');
  set('board-looks', must !== 'consider-representations');
  set('board-window', governors.rule.notBeforeDay !== undefined);
  set('over-5', (facts.termHalfDays ?? 0) > 10);
  set('exams', examsMissed.length > 0);

  const { law, promise, sessions } = education;
  const educated = pupil.ofCompulsoryAge && kind !== 'lunchtime';
  const promised =
    educated && promise !== undefined && (law === undefined || permanent || promise.date < law.date);
  set('education-law', educated && law !== undefined && !permanent);
  const undated = education.lawUndated === true;
  set('education-by-authority', educated && permanent && (law !== undefined || undated));
  set('home-authority', facts.homeAuthority !== undefined);
  set('education-promise', promised);
  set('education-arranged', sessions.length > 0 && !promised && (permanent || law === undefined));
  set('education-places', sessions.length > 0 || promised || (educated && law !== undefined && !permanent));
  set('public-places', educated && exclusion.publicPlaceDays.length > 0);

  set('interview', facts.interviewOwed);
  set('return-talk', kind === 'fixed-period' && !facts.interviewOwed);
  set('in-care', pupil.inCare);
  set('has-previous', facts.previous.length > 0);
  set('no-previous', facts.previous.length === 0);

  const outcome = governors.decision?.outcome;
  set('over-at-meeting', last !== undefined && last.date < (governors.meetingOn ?? ''));
  set('over-at-decision', last !== undefined && last.date < (governors.decision?.on ?? ''));
  set('upheld', outcome === 'upheld');
  set('reinstated', outcome === 'reinstated');
  set('considered', outcome === 'considered');
  set('review-possible', permanent && outcome === 'upheld');
  flags.add(ruleSet.words.review);
  for (const flag of dated) flags.add(flag);
  set('remote-possible', dated.has('remote') && must !== 'consider-representations');
  return flags;
}

/** Whether all of a condition holds. */
export function holds(condition: Condition | undefined, flags: ReadonlySet<LetterFlag>): boolean {
  const known: ReadonlySet<string> = flags;
  return (condition ?? []).every((part) =>
    part.startsWith('not ') ? !known.has(part.slice(4)) : known.has(part),
  );
}
