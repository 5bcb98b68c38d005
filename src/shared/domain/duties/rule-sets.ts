import type { IsoDate } from '../../kernel/plain-date.ts';

import type { GovernorsRule, Ruled, RuleSet } from './types.ts';

const OLD_WINDOWS = 'Guidance of 2003 to 2008 as restated by local authorities';
const NEW_WINDOWS = 'SI 2012/1033 regs 5, 6 and 23, and the table in the guidance';

const oldGovernors: readonly GovernorsRule[] = [
  {
    when: 'examination-missed',
    must: 'meet',
    byDay: 15,
    mayReinstate: true,
    source: OLD_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'permanent',
    must: 'meet',
    notBeforeDay: 6,
    byDay: 15,
    mayReinstate: true,
    source: OLD_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 15,
    must: 'meet',
    notBeforeDay: 6,
    byDay: 15,
    mayReinstate: true,
    source: OLD_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 5,
    must: 'meet-if-asked',
    notBeforeDay: 6,
    byDay: 50,
    mayReinstate: true,
    source: OLD_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 0,
    must: 'consider-representations',
    mayReinstate: false,
    source: OLD_WINDOWS,
    certainty: 'unconfirmed',
  },
];

const newGovernors: readonly GovernorsRule[] = [
  {
    when: 'examination-missed',
    must: 'meet',
    byDay: 15,
    mayReinstate: true,
    source: NEW_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'permanent',
    must: 'meet',
    byDay: 15,
    mayReinstate: true,
    source: NEW_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 15,
    must: 'meet',
    byDay: 15,
    mayReinstate: true,
    source: NEW_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 5,
    must: 'meet-if-asked',
    byDay: 50,
    mayReinstate: true,
    source: NEW_WINDOWS,
    certainty: 'unconfirmed',
  },
  {
    when: 'term-total',
    overTermDays: 0,
    must: 'consider-representations',
    mayReinstate: false,
    source: NEW_WINDOWS,
    certainty: 'unconfirmed',
  },
];

const day6: Ruled<number> = {
  value: 6,
  source: 'SI 2007/1870, the sixth consecutive school day across joined exclusions by SI 2014/3216',
  certainty: 'read',
};

// The regulations before 2012 have no reference dates; the higher total is the safer reading for them too.
const termReadingBefore2012: RuleSet['termReading'] = {
  value: 'higher-of-own-terms-and-reference-dates',
  source: 'Safer reading: no definition of a term was found for exclusions before September 2012',
  certainty: 'unconfirmed',
};

const termReadingFrom2012: RuleSet['termReading'] = {
  value: 'higher-of-own-terms-and-reference-dates',
  source: "Safer reading of SI 2012/1033 (reference dates) beside the school's own terms",
  certainty: 'unconfirmed',
};

const newWords: RuleSet['words'] = {
  exclusion: 'exclusion',
  authority: 'LA',
  governors: 'governing board',
  panel: 'independent review panel',
};

/** The four rule sets of England, oldest first, without gap or overlap. */
export const RULE_SETS: readonly RuleSet[] = [
  {
    id: 'england-2003',
    name: 'England, January 2003 to August 2007',
    from: '2003-01-20',
    to: '2007-08-31',
    words: {
      exclusion: 'exclusion',
      authority: 'LEA',
      governors: "governors' discipline committee",
      panel: 'independent appeal panel',
    },
    maxYearDays: { value: 45, source: 'Education Act 1997 s.6; SI 2002/3178', certainty: 'unconfirmed' },
    educationFromDay: {
      value: 16,
      source: 'Ministers in 2007: education is required "from the 16th day", to 31 August 2007',
      certainty: 'read',
    },
    termReading: termReadingBefore2012,
    termCountsEarlierSchools: {
      value: false,
      source: 'SI 2002/3178 reg 4: "excluded from the school"',
      certainty: 'read',
    },
    governors: oldGovernors,
  },
  {
    id: 'england-2007',
    name: 'England, September 2007 to August 2012',
    from: '2007-09-01',
    to: '2012-08-31',
    words: {
      exclusion: 'exclusion',
      authority: 'LA',
      governors: "governors' discipline committee",
      panel: 'independent appeal panel',
    },
    maxYearDays: { value: 45, source: 'Education Act 1997 s.6; SI 2002/3178', certainty: 'unconfirmed' },
    educationFromDay: day6,
    termReading: termReadingBefore2012,
    termCountsEarlierSchools: {
      value: false,
      source: 'SI 2002/3178 reg 4: "excluded from the school"',
      certainty: 'read',
    },
    governors: oldGovernors,
  },
  {
    id: 'england-2012',
    name: 'England, September 2012 to August 2022',
    from: '2012-09-01',
    to: '2022-08-31',
    words: newWords,
    maxYearDays: { value: 45, source: 'SI 2012/1033; earlier schools included', certainty: 'read' },
    educationFromDay: day6,
    termReading: termReadingFrom2012,
    termCountsEarlierSchools: { value: true, source: 'SI 2012/1033 reg 23', certainty: 'read' },
    governors: newGovernors,
  },
  {
    id: 'england-2022',
    name: 'England, from September 2022',
    from: '2022-09-01',
    to: undefined,
    words: { ...newWords, exclusion: 'suspension' },
    maxYearDays: { value: 45, source: 'SI 2012/1033; earlier schools included', certainty: 'read' },
    educationFromDay: day6,
    termReading: termReadingFrom2012,
    termCountsEarlierSchools: { value: true, source: 'SI 2012/1033 reg 23', certainty: 'read' },
    governors: newGovernors,
  },
];

/**
 * The rule set for an exclusion that takes effect on `startDate`; it stays that set even when the exclusion
 * runs over a change of rules. Undefined before 20 January 2003.
 */
export function ruleSetOn(startDate: IsoDate): RuleSet | undefined {
  return RULE_SETS.findLast((set) => set.from <= startDate);
}
