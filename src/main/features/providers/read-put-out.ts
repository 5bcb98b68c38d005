import type { OperationOutput } from '#shared/contract/contract.ts';
import { mondayOf } from '#shared/domain/calendar/monday-of.ts';
import { placesPutOut, type Limits } from '#shared/domain/providers/places-put-out.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { toCellPupil } from '../to-cell-pupil.ts';

/** The provider concerned: whose places, and what it is called. */
export interface Concerned {
  readonly id: string;
  readonly name: string;
}

/**
 * The places, from today on, that a provider has no room for under these limits, in order of session. Places of days
 * gone by and those already marked are never put out, but they count in their week.
 */
export async function readPutOut(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { id }: Concerned,
  limits: Limits,
): Promise<readonly ActivePlace[]> {
  const today = clock.today();
  const places = await readActivePlaces(db, clock.now(), { providerId: id, from: mondayOf(today) });
  return placesPutOut(
    limits,
    places.map((place) => ({ ...place, settled: place.date < today || place.outcome !== null })),
  );
}

/** Places put out as the contract gives them. */
export const toPutOut = (
  { id: providerId, name: providerName }: Concerned,
  places: readonly ActivePlace[],
): OperationOutput<'providers.effect'>['putOut'] =>
  places.map((place) => ({ ...toCellPupil(place), providerId, providerName }));
