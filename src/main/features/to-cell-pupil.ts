import type { OperationOutput } from '#shared/contract/contract.ts';
import type { ActivePlace } from '../storage/repositories/places.ts';

type CellPupil = OperationOutput<'providers.get'>['coming'][number];

/** A place as boards and lists show who has it. */
export function toCellPupil(place: ActivePlace): CellPupil {
  const { id, placementId, pupilId, exclusionId, purpose, name, form, state, heldUntil, date, slot } = place;
  return {
    placeId: id,
    placementId,
    pupilId,
    ...(exclusionId === null ? {} : { exclusionId }),
    purpose,
    name,
    ...(form === undefined ? {} : { form }),
    state,
    ...(heldUntil === undefined ? {} : { heldUntil }),
    date,
    slot,
  };
}
