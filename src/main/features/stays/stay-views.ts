import type { OperationOutput } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { StayTaskRecord } from '../../storage/repositories/stay-tasks.ts';
import type { StayPlace, StayRecord } from '../../storage/repositories/stays.ts';

type Stay = OperationOutput<'stays.get'>;

/** Whose stay it is and where. */
export const toWhose = ({ id, pupilId, name, form, providerId, providerName }: StayRecord) => ({
  placementId: id,
  pupilId,
  name,
  ...(form === null ? {} : { form }),
  providerId,
  providerName,
});

/** What came of a place; empty until it is marked. */
export const toAttendance = ({ outcome, outcomeReason, outcomeNote, arrivedAt, leftAt }: StayPlace) => ({
  ...(outcome === null ? {} : { outcome }),
  ...(outcomeReason === null ? {} : { reason: outcomeReason }),
  ...(outcomeNote === null ? {} : { note: outcomeNote }),
  ...(arrivedAt === null ? {} : { arrivedAt }),
  ...(leftAt === null ? {} : { leftAt }),
});

/** A task as lists show it. */
export function toTask(task: StayTaskRecord, today: IsoDate): Stay['tasks'][number] {
  const { id, version, kind, title, dueOn, beforeArrival, doneOn, doneBy, verdict, note } = task;
  return {
    id,
    version,
    kind,
    title,
    ...(dueOn === null ? {} : { dueOn }),
    beforeArrival,
    ...(doneOn === null ? {} : { doneOn }),
    ...(doneBy === null ? {} : { doneBy }),
    ...(verdict === null ? {} : { verdict }),
    ...(note === null ? {} : { note }),
    overdue: doneOn === null && dueOn !== null && dueOn < today,
  };
}
