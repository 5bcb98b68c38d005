import type { IsoDate } from '../../kernel/plain-date.ts';
import { ENGLAND_2003 } from './rules/england-2003.ts';
import { ENGLAND_2007 } from './rules/england-2007.ts';
import { ENGLAND_2012 } from './rules/england-2012.ts';
import { ENGLAND_2022 } from './rules/england-2022.ts';
import type { RuleSet } from './types.ts';

/** The four rule sets of England, oldest first, without gap or overlap. */
export const RULE_SETS: readonly RuleSet[] = [ENGLAND_2003, ENGLAND_2007, ENGLAND_2012, ENGLAND_2022];

/**
 * The rule set for an exclusion that takes effect on `startDate`; it stays that set even when the exclusion
 * runs over a change of rules. Undefined before 20 January 2003.
 */
export function ruleSetOn(startDate: IsoDate): RuleSet | undefined {
  return RULE_SETS.findLast((set) => set.from <= startDate);
}
