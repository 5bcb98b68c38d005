import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';

/**
 * Whether a pupil is of compulsory school age on a day: from the first 31 August, 31 December or 31 March on or after the
 * fifth birthday, to the last Friday in June of the school year in which the pupil is sixteen (Education Act 1996 s.8,
 * SI 1998/1607). The duties about public places and education hold for these pupils only.
 */
export function ofCompulsoryAge(born: IsoDate, on: IsoDate): boolean {
  return startOf(born) <= on && on <= endOf(born);
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

function startOf(born: IsoDate): IsoDate {
  const year = yearOf(born) + 5;
  const fifth = `${String(year)}${born.slice(4)}`;
  return (
    [`${String(year)}-03-31`, `${String(year)}-08-31`, `${String(year)}-12-31`].find((day) => day >= fifth) ??
    fifth
  );
}

function endOf(born: IsoDate): IsoDate {
  // Born from September on: sixteen in the school year that ends in the summer after.
  const year = yearOf(born) + 16 + (born.slice(5) >= '09-01' ? 1 : 0);
  const lastOfJune = `${String(year)}-06-30`;
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 2) % 7));
}
