import type { OperationOutput } from '#shared/contract/contract.ts';
import type { ChainLink } from '#shared/domain/exclusions/types.ts';
import { newForm, type RecordForm } from './form-state.ts';

type Found = Pick<OperationOutput<'exclusions.get'>, 'row' | 'draft' | 'preview'>;

/** A new case chained to `found`: the same pupil, straight after its last session. Made permanent by a conversion. */
export function formFollowing({ row, draft, preview }: Found, as: ChainLink, today: string): RecordForm {
  return newForm({
    pupil: { id: draft.pupilId, name: row.pupilName, form: row.form },
    kind: as === 'conversion' ? 'permanent' : 'fixed-period',
    incidentOn: as === 'further' ? today : (draft.incidentOn ?? today),
    startDate: preview.returnsOn?.date ?? null,
    startSlot: preview.returnsOn?.slot ?? 'am',
    follows: { exclusionId: row.id, as, title: row.title },
  });
}
