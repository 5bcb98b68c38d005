import type { ReciprocalPlace } from '../../storage/repositories/place-use.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';

/** A partner school with the providers at which our pupils are its guests. */
export interface Partner {
  readonly schoolId: string;
  readonly providerIds: ReadonlySet<string>;
}

/** Schools that a provider of ours is an arrangement with, and schools whose pupils we have hosted. */
export function partnersOf(
  providers: readonly StoredProvider[],
  places: readonly ReciprocalPlace[],
): readonly Partner[] {
  const ids = new Set([
    ...providers.flatMap(({ partnerSchoolId }) => partnerSchoolId ?? []),
    ...places.filter(({ purpose }) => purpose === 'visiting').map(({ schoolId }) => schoolId),
  ]);
  return [...ids].map((schoolId) => ({
    schoolId,
    providerIds: new Set(
      providers.filter(({ partnerSchoolId }) => partnerSchoolId === schoolId).map(({ id }) => id),
    ),
  }));
}
