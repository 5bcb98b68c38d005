import { leanModel } from './lean-model.ts';
import { addRow, type LinearModel } from './linear-model.ts';
import { relax } from './relax.ts';
import { restrictModel, rowsOfColumns } from './restrict-model.ts';
import { costOf, solveLinear } from './solve-linear.ts';
import type { SolveDesk } from './solve-stages.ts';

/** What is known of the columns of a part, in its own numbers. */
export interface PartFacts {
  /** The places that could cover each waiting session of a pupil; every such session has at least one. */
  readonly sessions: readonly (readonly number[])[];
  /** For each place the columns that are 1 with it: the day, the stay, the week, the group. */
  readonly above: ReadonlyMap<number, readonly number[]>;
  readonly covered: Float64Array;
  readonly venues: Float64Array;
  readonly burden: Float64Array;
  readonly balance: Float64Array;
}

/** What a covered session is worth beside a venue, where the relaxation weighs them together. */
const COVER = 400;
/** Places whose use would cost this much more than the relaxation at its best are left out at first. */
const TRIED = 40;
/** A hair's breadth, for sums that the solver gives. */
const HAIR = 1e-6;

/**
 * The best solution of a part in which every session that can be covered is covered, proven without branching on the
 * whole: the relaxation gives a bound and what each place would cost more, and what costs more than the distance from
 * the bound to a solution found can be in no better one. All pupils being covered, urgency is the same in all such
 * plans. Undefined when there is no such plan, or none that the bounds prove; the part must then be improved instead.
 */
export function provePart(
  desk: SolveDesk,
  part: LinearModel,
  facts: PartFacts,
): { readonly values: Float64Array; readonly optimal: boolean } | undefined {
  const { highs, secondsLeft, during } = desk;
  const weighed = facts.covered.map((cost, at) => cost * COVER + (facts.venues[at] ?? 0));
  const few = during('venues', () => relax(highs, leanModel(part, weighed), weighed, secondsLeft()));
  if (!few) return undefined;
  const venues = Math.ceil(few.bound + COVER * facts.sessions.length - HAIR);

  const model: LinearModel = { ...part, rows: [...part.rows] };
  for (const places of facts.sessions) {
    addRow(
      model,
      places.map((column) => [column, 1]),
      { lower: 1, upper: 1 },
    );
  }
  addRow(model, termsOf(facts.venues), { upper: venues });
  const near = during('burden', () => relax(highs, model, facts.burden, secondsLeft()));
  if (!near) return undefined;

  const more = new Map(
    [...facts.above].map(([place, above]) => [
      place,
      [place, ...above].reduce((sum, column) => sum + Math.max(0, near.reduced[column] ?? 0), 0),
    ]),
  );
  let rowsOf = rowsOfColumns(model);
  const within = (cost: Float64Array, most: number, start: Float64Array): Float64Array | undefined => {
    const free = new Set<number>();
    for (const [place, above] of facts.above) {
      const used = (near.values[place] ?? 0) > HAIR || start[place] === 1;
      if (!used && (more.get(place) ?? 0) > most) continue;
      for (const column of [place, ...above]) free.add(column);
    }
    const nothing = new Float64Array(model.lower.length);
    const small = restrictModel(model, rowsOf, free, nothing);
    const pick = (from: Float64Array) => Float64Array.from(small.columns, (column) => from[column] ?? 0);
    const solved = solveLinear(highs, small.model, pick(cost), pick(start), secondsLeft());
    if (!solved.optimal) return undefined;
    for (const [at, column] of small.columns.entries()) nothing[column] = solved.values[at] ?? 0;
    return nothing;
  };
  const none = new Float64Array(model.lower.length);
  let values = during('burden', () => within(facts.burden, TRIED, none));
  if (!values) return undefined;
  const distance = () => costOf(facts.burden, values ?? none) - near.bound;
  if (distance() - 1 >= TRIED) {
    // Something that was left out could still be in a better plan.
    const wider = during('burden', () => within(facts.burden, distance(), values ?? none));
    if (!wider) return undefined;
    values = wider;
  }
  addRow(model, termsOf(facts.burden), { upper: costOf(facts.burden, values) });
  rowsOf = rowsOfColumns(model);
  const even = during('balance', () => within(facts.balance, distance() + HAIR, values ?? none));
  return even ? { values: even, optimal: true } : { values, optimal: false };
}

const termsOf = (cost: Float64Array) => Array.from(cost, (each, column) => [column, each] as const);
