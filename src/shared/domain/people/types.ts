import type { IsoDate } from '../../kernel/plain-date.ts';

/** A role of a person: for good, or from and to a day (both included); for the staff of a provider with which one. */
export interface RoleTerm<R extends string = string> {
  readonly role: R;
  readonly providerId?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** Why a password is not taken: `missing` is how many characters it lacks, `known` that it is easily guessed. */
export type PasswordProblem =
  { readonly kind: 'short'; readonly missing: number } | { readonly kind: 'known' };
