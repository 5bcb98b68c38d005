import type { IsoDate } from '../../kernel/plain-date.ts';

/** Whether something dated holds on a day: `from` and `to` are both included, and open where missing. */
export const covers = (
  { from, to }: { readonly from?: IsoDate; readonly to?: IsoDate },
  on: IsoDate,
): boolean => (from === undefined || from <= on) && (to === undefined || on <= to);
