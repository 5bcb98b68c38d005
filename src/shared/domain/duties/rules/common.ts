import type { RuleSet } from '../types.ts';
import type { Ruled, RuleSource } from './types.ts';

/** The regulations before 2012 have no reference dates; the higher total is the safer reading for them too. */
export const TERM_READING_TO_2012: RuleSet['termReading'] = {
  value: 'higher-of-own-terms-and-reference-dates',
  source: 'Safer reading: no definition of a term was found for exclusions before September 2012',
  certainty: 'unconfirmed',
};

export const TERM_READING_FROM_2012: RuleSet['termReading'] = {
  value: 'higher-of-own-terms-and-reference-dates',
  source: "Safer reading of SI 2012/1033 (reference dates) beside the school's own terms",
  certainty: 'unconfirmed',
};

/** Days at earlier schools stay out of the term to August 2012. */
export const THIS_SCHOOL_ONLY: Ruled<boolean> = {
  value: false,
  source: 'SI 2002/3178 reg 4: "excluded from the school"',
  certainty: 'read',
};

export const EARLIER_SCHOOLS_TOO: Ruled<boolean> = {
  value: true,
  source: 'SI 2012/1033 reg 23',
  certainty: 'read',
};

export const PUBLIC_EXAMINATIONS: RuleSet['examinations'] = {
  value: ['public-examination'],
  source: 'SI 2002/3178 reg 4(3): a public examination',
  certainty: 'read',
};

export const EXAMINATIONS_AND_TESTS: RuleSet['examinations'] = {
  value: ['public-examination', 'national-curriculum-test'],
  source: 'SI 2012/1033 reg 23: a public examination or a National Curriculum test',
  certainty: 'read',
};

/** Papers five school days before a meeting. */
export const PAPERS: Ruled<number> = {
  value: 5,
  source: 'Guidance: papers should go out at least five school days before, where possible',
  certainty: 'unconfirmed',
  reading: 'Should, where possible: practice, not law.',
};

/** A pupil's name leaves the register only when nothing can bring the pupil back. */
export const REMOVAL: RuleSource = {
  source: 'SI 2006/1751 reg 8(4), carried on in the later registration regulations',
  certainty: 'unconfirmed',
  reading:
    'Not before the time for a review has run out, the parents have said that they want none, or it has ended.',
};
