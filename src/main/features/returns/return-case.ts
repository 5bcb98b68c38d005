import { RULE_SETS } from '#shared/domain/duties/rule-sets.ts';
import { permissionOn } from '#shared/domain/exclusions/permission-on.ts';
import type { ReturnCase } from '#shared/domain/returns/check-case.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/exclusions-around.ts';
import type { FullSource } from './return-sources.ts';

type Exclusion = ExclusionWithPupil['exclusion'];

/** A stored case as the checks see it. */
export const returnCase = ({ exclusion, days, duties, events }: FullSource): ReturnCase => ({
  kind: exclusion.kind,
  state: exclusion.state,
  startDate: exclusion.startDate ?? '',
  inCare: exclusion.inCare,
  duties: duties.map(({ key, owed, dueBy, notBefore, fulfilledOn }) => ({
    key,
    owed,
    dueBy: dueBy ?? undefined,
    notBefore: notBefore ?? undefined,
    fulfilledOn: fulfilledOn ?? undefined,
  })),
  events,
  follows: followsOf(exclusion),
  days,
});

/** How it is chained, and whether that was allowed on the day it was decided. */
function followsOf(exclusion: Exclusion): ReturnCase['follows'] {
  const { followsAs: as, startDate, decidedOn, ruleSet } = exclusion;
  if (as === null || startDate === null) return undefined;
  if (as === 'further') return { as, allowed: true };
  const permissions = RULE_SETS.find(({ id }) => id === ruleSet)?.permissions;
  const row = permissionOn(permissions?.[as] ?? [], { startsOn: startDate, on: decidedOn ?? startDate });
  return { as, allowed: row?.allowed === true };
}
