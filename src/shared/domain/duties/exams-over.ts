import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Examination } from './types.ts';

/** The school year group to which the exception is made. */
const YEAR_11 = 11;

/**
 * Whether a pupil is past all public examinations, taken or missed, when education would be owed: Year 11, at least
 * one sitting known, the last one before `educationOn`. Source: SI 2007/1870 reg 5. Without a sitting on record the
 * answer is no: education is the safer reading.
 */
export function examsOver(
  sittings: readonly Examination[],
  yearGroup: number | undefined,
  educationOn: IsoDate,
): boolean {
  const entered = sittings.filter(({ kind }) => kind === 'public-examination');
  return yearGroup === YEAR_11 && entered.length > 0 && entered.every(({ date }) => date < educationOn);
}
