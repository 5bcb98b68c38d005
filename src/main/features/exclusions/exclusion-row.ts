import type { OperationOutput } from '#shared/contract/contract.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import type { ListedExclusion } from '../../storage/repositories/exclusions.ts';

type Row = OperationOutput<'exclusions.list'>['rows'][number];

/** An exclusion as lists show it. */
export function exclusionRow({ exclusion, pupilName, form }: ListedExclusion): Row {
  const { id, pupilId, kind, state, startDate, endDate, halfDays } = exclusion;
  return {
    id,
    pupilId,
    pupilName,
    ...(form === null ? {} : { form }),
    kind,
    state,
    stateText: state,
    title: exclusionTitle(exclusion),
    ...(startDate === null ? {} : { startDate }),
    ...(endDate === null ? {} : { endDate }),
    ...(halfDays === null ? {} : { halfDays }),
  };
}
