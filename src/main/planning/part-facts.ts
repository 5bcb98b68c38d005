import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { groupBy } from '#shared/domain/planning/group-by.ts';
import type { PlanModel } from './build-model.ts';
import type { PartFacts } from './prove-part.ts';
import type { ModelPart } from './split-model.ts';
import { stageCosts } from './stage-costs.ts';

/** What `provePart` asks of parts of a plan's model. */
export function partFacts(plan: PlanModel): (part: ModelPart) => PartFacts {
  const parents = new Map<number, number[]>();
  for (const { column, parts } of plan.derived) {
    for (const one of parts) parents.set(one, [...(parents.get(one) ?? []), column]);
  }
  const above = (column: number, found = new Set<number>()): ReadonlySet<number> => {
    for (const parent of parents.get(column) ?? []) {
      if (!found.has(parent)) above(parent, found.add(parent));
    }
    return found;
  };
  const costs = (['covered', 'venues', 'burden', 'balance'] as const).map((stage) => stageCosts(plan, stage));
  return ({ columns }) => {
    const numberOf = new Map(columns.map((column, at) => [column, at]));
    const number = (column: number): number => numberOf.get(column) ?? -1;
    const own = plan.options.filter(({ column }) => numberOf.has(column));
    const sessions = groupBy(own, ({ pupil, session }) => JSON.stringify([pupil.id, sessionKey(session)]));
    const [covered, venues, burden, balance] = costs.map((cost) =>
      Float64Array.from(columns, (column) => cost[column] ?? 0),
    );
    const empty = new Float64Array(columns.length);
    return {
      sessions: [...sessions.values()].map((places) => places.map(({ column }) => number(column))),
      above: new Map(own.map(({ column }) => [number(column), [...above(column)].map(number)])),
      covered: covered ?? empty,
      venues: venues ?? empty,
      burden: burden ?? empty,
      balance: balance ?? empty,
    };
  };
}
