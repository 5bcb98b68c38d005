import { byText } from '#shared/domain/planning/index-problem.ts';
import type { PlanAssignment } from '#shared/domain/planning/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { PlanModel } from './build-model.ts';

const orderOf = ({ pupilId, providerId, ...session }: PlanAssignment): string =>
  JSON.stringify([pupilId, sessionKey(session), providerId]);

/** The places that a solution of the model gives, in the order of pupil and session. */
export const assignmentsOf = ({ options }: PlanModel, values: Float64Array): readonly PlanAssignment[] =>
  options
    .filter(({ column }) => (values[column] ?? 0) > 0.5)
    .map(({ pupil, provider, session }) => ({ pupilId: pupil.id, providerId: provider.id, ...session }))
    .toSorted((a, b) => byText(orderOf(a), orderOf(b)));

/** The solution of the model that gives these places. */
export function valuesOf(
  { model, options, derived }: PlanModel,
  assignments: readonly PlanAssignment[],
): Float64Array {
  const values = new Float64Array(model.lower.length);
  const given = new Set(assignments.map(orderOf));
  for (const { column, pupil, provider, session } of options) {
    const place = { pupilId: pupil.id, providerId: provider.id, ...session };
    if (given.has(orderOf(place))) values[column] = 1;
  }
  for (const { column, parts } of derived) values[column] = parts.some((part) => values[part] === 1) ? 1 : 0;
  return values;
}
