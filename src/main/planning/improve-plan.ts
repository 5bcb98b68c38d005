import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { groupBy } from '#shared/domain/planning/group-by.ts';
import { byText } from '#shared/domain/planning/index-problem.ts';
import { urgencyWeight } from '#shared/domain/planning/urgency-weight.ts';
import type { Option, PlanModel } from './build-model.ts';
import { restrictModel, rowsOfColumns } from './restrict-model.ts';
import { solveStages, type SolveDesk, type StageCost } from './solve-stages.ts';

/** Places that are decided anew together: few enough to be solved exactly in an instant. */
const TOGETHER = 160;
/** After so many passes over everybody it stops, and earlier when a pass changed nothing. */
const PASSES = 6;

/**
 * Improves a plan where solving the whole at once would take too long: again and again some pupils who compete for the
 * same places are planned anew, exactly, while all others keep theirs. The number of passes is fixed, so that the same
 * problem gives the same plan.
 */
export function improvePlan(
  desk: SolveDesk,
  plan: PlanModel,
  stages: readonly StageCost[],
  start: Float64Array,
): Float64Array {
  const values = start.slice();
  const rowsOf = rowsOfColumns(plan.model);
  const rivalry = findRivals(plan);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let changed = false;
    const done = new Set<string>();
    for (const pupilId of inOrder(plan, values, pass)) {
      if (done.has(pupilId) || desk.secondsLeft() <= 0) continue;
      const together = rivalry.around(pupilId, done);
      for (const id of together) done.add(id);
      const free = new Set(together.flatMap((id) => rivalry.columnsOf(id)));
      for (const { column, parts } of plan.derived)
        if (parts.some((part) => free.has(part))) free.add(column);
      const part = restrictModel(plan.model, rowsOf, free, values);
      const pick = (from: Float64Array) => Float64Array.from(part.columns, (column) => from[column] ?? 0);
      const better = solveStages(
        desk,
        part.model,
        stages.map(({ stage, cost }) => ({ stage, cost: pick(cost) })),
        pick(values),
      ).values;
      for (const [at, column] of part.columns.entries()) {
        changed ||= values[column] !== better[at];
        values[column] = better[at] ?? 0;
      }
    }
    if (!changed) break;
  }
  return values;
}

/** Those who lack places first, the most urgent of them first; the others after them, beginning elsewhere in each pass. */
function inOrder({ options }: PlanModel, values: Float64Array, pass: number): readonly string[] {
  const pupils = [...groupBy(options, ({ pupil }) => pupil)].map(([pupil, own]) => ({
    pupil,
    missing: pupil.sessions.length - own.filter(({ column }) => values[column] === 1).length,
  }));
  const lacking = pupils
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => urgencyWeight(b.pupil) - urgencyWeight(a.pupil) || byText(a.pupil.id, b.pupil.id));
  const others = pupils.filter(({ missing }) => missing === 0);
  const from = Math.floor((others.length * pass) / PASSES);
  return [...lacking, ...others.slice(from), ...others.slice(0, from)].map(({ pupil }) => pupil.id);
}

function findRivals({ options }: PlanModel) {
  const byPupil = groupBy(options, ({ pupil }) => pupil.id);
  const placeOf = ({ provider, session }: Option) => JSON.stringify([provider.id, sessionKey(session)]);
  const byPlace = groupBy(options, placeOf);
  return {
    columnsOf: (pupilId: string) => byPupil.get(pupilId)?.map(({ column }) => column) ?? [],
    /** The pupil and those who could take most of the same places, as many as are decided together. */
    around(pupilId: string, done: ReadonlySet<string>): readonly string[] {
      const shared = new Map<string, number>();
      for (const option of byPupil.get(pupilId) ?? []) {
        for (const { pupil } of byPlace.get(placeOf(option)) ?? []) {
          shared.set(pupil.id, (shared.get(pupil.id) ?? 0) + 1 / option.run.free);
        }
      }
      shared.delete(pupilId);
      const rivals = [...shared].toSorted(
        ([a, x], [b, y]) => Number(done.has(a)) - Number(done.has(b)) || y - x || byText(a, b),
      );
      const chosen = [pupilId];
      let left = TOGETHER - (byPupil.get(pupilId)?.length ?? 0);
      for (const [id] of rivals) {
        left -= byPupil.get(id)?.length ?? 0;
        if (left < 0) break;
        chosen.push(id);
      }
      return chosen;
    },
  };
}
