import type { LetterFacts } from '../../domain/letters/types.ts';
import { capitalise } from '../exclusion-words.ts';

/** Whom a claim of disability discrimination goes to; the tribunal changed its name in November 2008. */
const OLD_TRIBUNAL_UNTIL = '2008-11-02';

/**
 * What stands for each `[word]` of a template: the words of the case's rule set and of the school's phase. They are not
 * gaps: nobody types them and they never go missing.
 */
export function letterWords({ ruleSet, exclusion, school }: LetterFacts): Readonly<Record<string, string>> {
  const { words } = ruleSet;
  const suspension = words.exclusion === 'suspension';
  const permanent = exclusion.kind === 'permanent';
  const lunchtime = exclusion.kind === 'lunchtime' ? 'lunchtime ' : '';
  const noun = permanent ? 'permanent exclusion' : `${lunchtime}${words.exclusion}`;
  const a = (thing: string): string => `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`;
  const head = school.phase === 'pru' ? words.headAtPru : words.head;
  const takenBack = exclusion.state === 'withdrawn' || !suspension ? 'withdrawn' : 'cancelled';
  const authority = words.authority === 'LEA' ? 'local education authority' : 'local authority';
  const governors = words.governors.replaceAll("'", '’');
  return {
    noun,
    'a noun': a(noun),
    Noun: capitalise(noun),
    exclude: suspension && !permanent ? 'suspend' : 'exclude',
    excluded: suspension && !permanent ? 'suspended' : 'excluded',
    authority,
    Authority: capitalise(authority),
    governors,
    Governors: capitalise(governors),
    panel: words.panel,
    'a review': a(words.review),
    'The reason is':
      exclusion.reasons.length > 1 ? 'The reasons for the decision are' : 'The reason for the decision is',
    'taken back': takenBack,
    'Taken back': capitalise(takenBack),
    'the head': `the ${head}`,
    'earlier exclusions': suspension ? 'Earlier suspensions and exclusions' : 'Earlier exclusions',
    'an earlier exclusion': suspension ? 'suspension or exclusion' : 'exclusion',
    tribunal:
      exclusion.start.date <= OLD_TRIBUNAL_UNTIL
        ? 'Special Educational Needs and Disability Tribunal'
        : 'First-tier Tribunal (Special Educational Needs and Disability)',
  };
}
