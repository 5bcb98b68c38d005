import type { IsoDate } from '../../kernel/plain-date.ts';
import type { RoleTerm } from './types.ts';

const holdsOn = ({ from, to }: RoleTerm, day: IsoDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** The roles that a person has on a day, each once, in the order given. */
export function rolesOn<R extends string>(terms: readonly RoleTerm<R>[], day: IsoDate): readonly R[] {
  return [...new Set(terms.filter((term) => holdsOn(term, day)).map(({ role }) => role))];
}

/** The providers for which a person has this role on a day. */
export function providersOn<R extends string>(
  terms: readonly RoleTerm<R>[],
  role: R,
  day: IsoDate,
): readonly string[] {
  const held = terms.filter((term) => term.role === role && holdsOn(term, day));
  return [...new Set(held.flatMap(({ providerId }) => providerId ?? []))];
}

/**
 * Whether somebody could still let others in: an active person who administers for good. A role that ends, or has not
 * begun, is not enough.
 */
export function keepsAdministrator(
  people: readonly { readonly active: boolean; readonly roles: readonly RoleTerm[] }[],
): boolean {
  return people.some(
    ({ active, roles }) =>
      active &&
      roles.some(({ role, from, to }) => role === 'administrator' && from === undefined && to === undefined),
  );
}
