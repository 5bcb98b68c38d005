/** To whom the area promises education before the law asks for it. */
export interface Promised {
  readonly everybody: boolean;
  readonly inCare: boolean;
}

/** The days of an exclusion from which education is promised, as they are kept; missing: no promise. */
export interface PromisedDays {
  readonly promiseFromDay?: number | undefined;
  readonly promiseInCareFromDay?: number | undefined;
}

/** To whom education is promised, of what is kept. */
export const promisedOf = ({ promiseFromDay, promiseInCareFromDay }: PromisedDays): Promised => ({
  everybody: promiseFromDay !== undefined,
  inCare: promiseInCareFromDay !== undefined,
});

/**
 * What to keep of a choice. Days that were kept already stay as they are; a new promise is from the first day. A promise to
 * everybody holds for pupils in care too, so theirs is kept apart only while it is another.
 */
export function daysOf(
  { everybody, inCare }: Promised,
  kept: PromisedDays = {},
): { promiseFromDay?: number; promiseInCareFromDay?: number } {
  const all = everybody ? (kept.promiseFromDay ?? 1) : undefined;
  const care = everybody ? kept.promiseInCareFromDay : inCare ? (kept.promiseInCareFromDay ?? 1) : undefined;
  return {
    ...(all === undefined ? {} : { promiseFromDay: all }),
    ...(care === undefined || care === all ? {} : { promiseInCareFromDay: care }),
  };
}

/** "From the first day, by the area's promise" and so on, a line for everybody and one for pupils in care. */
export function promiseLines({ promiseFromDay, promiseInCareFromDay }: PromisedDays): readonly string[] {
  const everybody =
    promiseFromDay === undefined
      ? 'From the sixth day of an exclusion, as the law asks; no promise beyond it'
      : `From ${dayWords(promiseFromDay)} of an exclusion, by the area’s promise`;
  return promiseInCareFromDay === undefined || promiseInCareFromDay === promiseFromDay
    ? [everybody]
    : [everybody, `Pupils in care: from ${dayWords(promiseInCareFromDay)}, by the area’s promise`];
}

const dayWords = (day: number): string => (day === 1 ? 'the first day' : `day ${String(day)}`);
