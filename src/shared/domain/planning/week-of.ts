import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';

/** The Monday of the ISO week that a day lies in. */
export const weekOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date));
