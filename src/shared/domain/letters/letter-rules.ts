import type { IsoDate } from '../../kernel/plain-date.ts';
import type { LetterFlag } from './types.ts';

/** Something letters say only of exclusions that begin (or only when written) within certain dates. */
export interface LetterRule {
  readonly flag: LetterFlag;
  /** Which day decides: the start of the exclusion, or the day the letter is written. */
  readonly by: 'start' | 'writing';
  readonly from: IsoDate;
  /** Last day, included; undefined while in force. */
  readonly to: IsoDate | undefined;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

const START_OF_2003 = '2003-01-20';
const END_OF_2007 = '2012-08-31';
const START_OF_2012 = '2012-09-01';

/**
 * What changed in the letters over the years beside the rule sets' own data, dated: a new rule is a new row.
 */
export const LETTER_RULES: readonly LetterRule[] = [
  {
    flag: 'sen-expert',
    by: 'start',
    from: START_OF_2012,
    to: undefined,
    source: 'SI 2012/1033: the parents may ask for an expert and need not show special needs',
    certainty: 'read',
  },
  {
    flag: 'pupil-involved',
    by: 'start',
    from: START_OF_2012,
    to: undefined,
    source: 'Guidance to SI 2012/1033 on what the notice to parents says',
    certainty: 'read',
  },
  {
    flag: 'remote',
    by: 'writing',
    from: '2023-09-01',
    to: undefined,
    source: 'SI 2023/571: meetings from 1 September 2023, about earlier exclusions too',
    certainty: 'read',
  },
  {
    flag: 'exam-chair-alone',
    by: 'start',
    from: START_OF_2003,
    to: END_OF_2007,
    source: 'Guidance of 2003 to 2008: the chair may consider an urgent case alone',
    certainty: 'read',
  },
  {
    flag: 'cancel-rules',
    by: 'start',
    from: '2022-09-01',
    to: undefined,
    source: 'Guidance of September 2022, regulations of September 2023',
    certainty: 'read',
  },
];
