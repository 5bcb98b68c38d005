import type { OperationOutput } from '#shared/contract/contract.ts';
import { spreadOf } from '#shared/domain/compare/spread.ts';
import { totalUse } from '#shared/domain/use/place-use.ts';
import type { PlaceUse, UsedPlace } from '#shared/domain/use/types.ts';
import type { ProviderUse } from '../provider-use.ts';

export type Answer = OperationOutput<'authority.places'>;
export type Figures = NonNullable<Answer['total']>;

export const figuresOf = (use: PlaceUse, stayDays: readonly number[], ahead: Figures['ahead']): Figures => ({
  open: use.offered,
  taken: use.booked,
  attended: use.attended,
  notTakenUp: use.notTakenUp,
  unmarked: use.unmarked,
  unused: use.unused,
  pupils: use.pupils,
  stays: spreadOf(stayDays),
  cost: { offered: use.costOffered, used: use.costUsed, unused: use.costUnused },
  ahead,
});

/** All providers together; pupils who were at several are counted once. */
export const totalFigures = (
  providers: readonly ProviderUse[],
  places: readonly UsedPlace[],
  ahead: Figures['ahead'],
): Figures =>
  figuresOf(
    totalUse(
      providers.map(({ use }) => use),
      places,
    ),
    providers.flatMap(({ stayDays }) => stayDays),
    ahead,
  );

/**
 * The places that one school's pupils took. None are open to a school alone, and what stood empty is nobody's; money
 * only where every place used has a price.
 */
export function figuresOfSchool(
  places: readonly UsedPlace[],
  stayDays: readonly number[],
  priceOf: (providerId: string) => number | undefined,
  taken: number,
): Figures {
  const count = (outcome: UsedPlace['outcome']) => places.filter((one) => one.outcome === outcome).length;
  const [attended, unmarked] = [count('attended'), count(null)];
  const prices = places
    .filter(({ outcome }) => outcome === 'attended' || outcome === null)
    .map(({ providerId }) => priceOf(providerId));
  const used = prices.reduce<number | null>(
    (sum, price) => (sum === null || price === undefined ? null : sum + price),
    0,
  );
  return {
    open: null,
    taken: places.length,
    attended,
    notTakenUp: places.length - attended - unmarked,
    unmarked,
    unused: null,
    pupils: new Set(places.map(({ pupilId }) => pupilId)).size,
    stays: spreadOf(stayDays),
    cost: { offered: null, used, unused: null },
    ahead: { open: null, taken },
  };
}
