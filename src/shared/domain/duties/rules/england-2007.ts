import type { RuleSet } from '../types.ts';
import { DAY_SIX, EDUCATION_2007 } from './education.ts';
import { ENGLAND_2003 } from './england-2003.ts';
import { REINTEGRATION_2007 } from './while-out.ts';

/**
 * England, September 2007 to August 2012: as before, with education from the sixth day (SI 2007/1870) and the
 * reintegration interview.
 */
export const ENGLAND_2007: RuleSet = {
  ...ENGLAND_2003,
  id: 'england-2007',
  name: 'England, September 2007 to August 2012',
  from: '2007-09-01',
  to: '2012-08-31',
  words: { ...ENGLAND_2003.words, authority: 'LA' },
  educationFromDay: DAY_SIX,
  duties: [...ENGLAND_2003.duties, REINTEGRATION_2007],
  education: EDUCATION_2007,
};
