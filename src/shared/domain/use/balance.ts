import type { Term } from '../calendar/types.ts';
import type { TermBalance, UsedPlace } from './types.ts';

/** What the balance needs of a place. */
export type BalancePlace = Pick<UsedPlace, 'providerId' | 'schoolId' | 'purpose' | 'date'>;

/** Whether a place was lent to a partner school, borrowed from it, or neither. */
export function directionOf(
  { providerId, schoolId, purpose }: BalancePlace,
  partner: { readonly schoolId: string; readonly providerIds: ReadonlySet<string> },
): 'lent' | 'borrowed' | undefined {
  if (purpose === 'visiting') return schoolId === partner.schoolId ? 'lent' : undefined;
  return partner.providerIds.has(providerId) ? 'borrowed' : undefined;
}

/**
 * Sessions lent to and borrowed from a partner school, term by term in order; terms without either are left out, and
 * so are places outside the entered terms.
 */
export function termBalance(
  places: readonly BalancePlace[],
  partner: { readonly schoolId: string; readonly providerIds: ReadonlySet<string> },
  terms: readonly Term[],
): readonly TermBalance[] {
  return terms
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ schoolYear, name, from, to }) => {
      const directions = places
        .filter(({ date }) => from <= date && date <= to)
        .map((place) => directionOf(place, partner));
      return {
        schoolYear,
        term: name,
        lent: directions.filter((one) => one === 'lent').length,
        borrowed: directions.filter((one) => one === 'borrowed').length,
      };
    })
    .filter(({ lent, borrowed }) => lent + borrowed > 0);
}
