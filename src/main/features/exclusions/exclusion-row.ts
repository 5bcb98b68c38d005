import type { OperationOutput } from '#shared/contract/contract.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { stateText } from '#shared/text/case-words.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { ListedExclusion } from '../../storage/repositories/exclusions.ts';

type Row = OperationOutput<'exclusions.list'>['rows'][number];

/** An exclusion as lists show it. */
export function exclusionRow({ exclusion, pupilName, form, stateOn }: ListedExclusion): Row {
  const recordedOn = exclusion.recordedAt.slice(0, 10);
  const { id, pupilId, kind, state, startDate, endDate, halfDays } = exclusion;
  return {
    id,
    pupilId,
    pupilName,
    ...(form === null ? {} : { form }),
    kind,
    state,
    stateText: stateText(
      state,
      stateOn,
      ruleSetOf({ ruleSet: exclusion.ruleSet, start: { date: startDate ?? recordedOn } }),
    ),
    title: exclusionTitle(exclusion),
    ...(startDate === null ? {} : { startDate }),
    ...(endDate === null ? {} : { endDate }),
    ...(halfDays === null ? {} : { halfDays }),
  };
}
