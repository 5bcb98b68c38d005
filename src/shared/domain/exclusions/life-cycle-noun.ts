import type { LifeCase } from './life-cycle-types.ts';

/** What the case is called in a sentence, in the word of its time. */
export const lifeCycleNoun = ({ kind, ruleSet }: Pick<LifeCase, 'kind' | 'ruleSet'>): string =>
  kind === 'permanent' ? 'permanent exclusion' : ruleSet.words.exclusion;
