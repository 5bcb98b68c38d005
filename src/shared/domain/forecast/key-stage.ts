import type { IsoDate } from '../../kernel/plain-date.ts';
import type { KeyStage } from './types.ts';

/** The first of September and later belong to the next year of pupils. */
const cohortYear = (date: IsoDate): number => Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);

/**
 * The key stage of a pupil's age on a day (Education Act 2002 s.82): born 1 September 2010 to 31 August 2011 is year 10,
 * key stage 4, in 2025/26. By age and not by the year group on record, which is kept for today alone.
 */
export function keyStageOf(dateOfBirth: IsoDate, on: IsoDate): KeyStage {
  const yearGroup = cohortYear(on) - cohortYear(dateOfBirth) - 5;
  if (yearGroup <= 0) return 'early-years';
  if (yearGroup <= 2) return 'ks1';
  if (yearGroup <= 6) return 'ks2';
  if (yearGroup <= 9) return 'ks3';
  return yearGroup <= 11 ? 'ks4' : 'post-16';
}
