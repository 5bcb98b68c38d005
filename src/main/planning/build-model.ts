import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { groupBy } from '#shared/domain/planning/group-by.ts';
import type { PlanIndex } from '#shared/domain/planning/index-problem.ts';
import type { PlanProvider, PlanProviderSession, PlanPupil } from '#shared/domain/planning/types.ts';
import { mondayOf } from '#shared/domain/calendar/monday-of.ts';
import { addColumn, addRow, emptyModel, type LinearModel } from './linear-model.ts';

/** One place that a plan may give, and the column that says whether it does. */
export interface Option {
  readonly column: number;
  readonly pupil: PlanPupil;
  readonly provider: PlanProvider;
  readonly session: Session;
  readonly run: PlanProviderSession;
}

/** A pupil's day at a provider where they are not that day already. */
export interface DayColumn {
  readonly column: number;
  readonly pupil: PlanPupil;
  readonly provider: PlanProvider;
}

export interface PlanModel {
  readonly model: LinearModel;
  readonly options: readonly Option[];
  /** Columns that are 1 when a pupil goes to a provider where they have no place yet. */
  readonly venues: readonly number[];
  readonly days: readonly DayColumn[];
  /** Columns that are 1 when one of their parts is, each after its parts. */
  readonly derived: readonly Derived[];
}

interface Derived {
  readonly column: number;
  readonly parts: readonly number[];
}

/** A model under construction. */
interface Draft {
  readonly model: LinearModel;
  readonly derived: Derived[];
}

/**
 * The rules as a linear model. Columns: a place (pupil, provider, session), a day and a stay (pupil, provider), and where
 * needed a week (pupil, provider) and a group (provider, session). A day with one option, a stay of one day and a week
 * that holds a whole stay are the same column, which keeps the model small and its relaxation tight.
 */
export function buildModel(index: PlanIndex): PlanModel {
  const draft: Draft = { model: emptyModel(), derived: [] };
  const { model } = draft;
  const options: Option[] = [];
  const venues: number[] = [];
  const days: DayColumn[] = [];
  const weeks = new Map<string, Map<string, number[]>>();
  for (const pupil of index.pupils) {
    const first = options.length;
    for (const provider of index.providers) {
      const stay = addStay(draft, index, pupil, provider);
      if (!stay) continue;
      options.push(...stay.options);
      days.push(...stay.newDays);
      if (index.existingDays(pupil.id, provider.id).size === 0) venues.push(stay.column);
      for (const [monday, column] of stay.weeks) push(weeks, provider.id, monday, column);
    }
    const own = groupBy(options.slice(first), ({ session }) => sessionKey(session));
    for (const rivals of own.values()) {
      if (rivals.length > 1)
        addRow(
          model,
          rivals.map(({ column }) => [column, 1]),
          { upper: 1 },
        );
    }
  }
  addWeekRows(model, index, weeks);
  const bySession = groupBy(options, ({ provider, session }) => `${provider.id} ${sessionKey(session)}`);
  for (const here of bySession.values()) addSessionRows(draft, index, here);
  return { ...draft, options, venues, days };
}

interface Stay {
  readonly column: number;
  readonly options: readonly Option[];
  readonly newDays: readonly DayColumn[];
  readonly weeks: readonly (readonly [monday: string, column: number])[];
}

/** Nothing when the pupil cannot be at the provider at all. */
function addStay(draft: Draft, index: PlanIndex, pupil: PlanPupil, provider: PlanProvider): Stay | undefined {
  const { model } = draft;
  const already = index.existingDays(pupil.id, provider.id);
  const open = openSessions(index, pupil, provider);
  const byDay = groupBy(open, ({ session }) => session.date);
  const newDates = [...byDay.keys()].filter((date) => !already.has(date));
  const least = (provider.minDays ?? 0) - already.size;
  const most = (provider.maxDays ?? Infinity) - already.size;
  if (open.length === 0 || newDates.length < least || most < 0) return undefined;
  if (most === 0 && (least > 0 || newDates.length === byDay.size)) return undefined;

  // With one new day wanted, any place is on one, unless there are days that are not new.
  const countsLeast = least > 1 || (least === 1 && newDates.length < byDay.size);
  const options: Option[] = [];
  const dayColumns = new Map<string, number>();
  for (const [date, sessions] of byDay) {
    if (most === 0 && !already.has(date)) continue;
    const places = sessions.map(({ session, run }) => {
      const option = { column: addColumn(model), pupil, provider, session, run };
      options.push(option);
      return option.column;
    });
    dayColumns.set(date, together(draft, places, countsLeast));
  }
  const column = together(draft, [...dayColumns.values()], false);
  const fresh = [...dayColumns].filter(([date]) => !already.has(date));
  const count = fresh.map(([, day]) => [day, 1] as const);
  if (countsLeast) addRow(model, [...count, [column, -least]], { lower: 0 });
  if (most < fresh.length) addRow(model, [...count, [column, -most]], { upper: 0 });
  return {
    column,
    options,
    newDays: fresh.map(([, day]) => ({ column: day, pupil, provider })),
    weeks: provider.weekCapacity
      ? weekColumns(draft, dayColumns, column, provider.weekCapacity, pupil.id)
      : [],
  };
}

/** Sessions of the pupil in which the provider has room for anybody and rules of admission let the pupil in. */
function openSessions(index: PlanIndex, pupil: PlanPupil, provider: PlanProvider) {
  const wanted = new Set(pupil.sessions.map(sessionKey));
  const apart = index.apart(pupil.id);
  const admitted = new Set(index.admission(pupil.id, provider.id)?.sessions.map(sessionKey));
  return [...wanted].flatMap((key) => {
    const run = admitted.has(key) ? index.run(provider.id, key) : undefined;
    if (!run || run.free < 1) return [];
    if (run.present.some((id) => apart.has(id))) return [];
    if (provider.separateGroups && run.group !== null && run.group !== pupil.group) return [];
    if (schoolLimit(provider, run, pupil.schoolId) < 1) return [];
    return [{ session: { date: run.date, slot: run.slot }, run }];
  });
}

const schoolLimit = ({ schoolShare }: PlanProvider, run: PlanProviderSession, schoolId: string): number =>
  schoolShare === undefined ? Infinity : schoolShare - (run.takenBySchool[schoolId] ?? 0);

/** A column that is 1 as soon as one of the parts is; with `exact` also 0 when none is. One part stands for itself. */
function together({ model, derived }: Draft, parts: readonly number[], exact: boolean): number {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const column = addColumn(model);
  derived.push({ column, parts });
  for (const part of parts)
    addRow(
      model,
      [
        [column, 1],
        [part, -1],
      ],
      { lower: 0 },
    );
  if (exact) addRow(model, [[column, 1], ...parts.map((part) => [part, -1] as const)], { upper: 0 });
  return column;
}

function weekColumns(
  draft: Draft,
  dayColumns: ReadonlyMap<string, number>,
  stay: number,
  { weeks }: NonNullable<PlanProvider['weekCapacity']>,
  pupilId: string,
): readonly (readonly [string, number])[] {
  const byWeek = groupBy(dayColumns, ([date]) => mondayOf(date));
  return [...byWeek].flatMap(([monday, days]) => {
    const there = weeks.find((week) => week.monday === monday)?.pupilIds.includes(pupilId);
    if (there) return [];
    const column =
      days.length === dayColumns.size
        ? stay
        : together(
            draft,
            days.map(([, day]) => day),
            false,
          );
    return [[monday, column] as const];
  });
}

function addWeekRows(
  model: LinearModel,
  index: PlanIndex,
  weeks: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
): void {
  for (const { id, weekCapacity } of index.providers) {
    for (const [monday, columns] of weeks.get(id) ?? []) {
      const there = new Set(weekCapacity?.weeks.find((week) => week.monday === monday)?.pupilIds).size;
      const left = Math.max(0, (weekCapacity?.limit ?? Infinity) - there);
      if (columns.length > left)
        addRow(
          model,
          columns.map((column) => [column, 1]),
          { upper: left },
        );
    }
  }
}

/** What a provider's session holds: its places, each school's share, its group, and no pair that is kept apart. */
function addSessionRows({ model, derived }: Draft, index: PlanIndex, here: readonly Option[]): void {
  const [first] = here;
  if (!first) return;
  const { provider, run } = first;
  const columns = (of: readonly Option[]) => of.map(({ column }) => [column, 1] as const);
  if (here.length > run.free) addRow(model, columns(here), { upper: run.free });
  for (const [schoolId, own] of groupBy(here, ({ pupil }) => pupil.schoolId)) {
    const limit = schoolLimit(provider, run, schoolId);
    if (own.length > limit) addRow(model, columns(own), { upper: limit });
  }
  const groups = groupBy(here, ({ pupil }) => pupil.group);
  if (provider.separateGroups && groups.size > 1) {
    const chosen = [...groups.values()].map((own) => {
      const group = addColumn(model);
      derived.push({ column: group, parts: own.map(({ column }) => column) });
      for (const { column } of own)
        addRow(
          model,
          [
            [group, 1],
            [column, -1],
          ],
          { lower: 0 },
        );
      if (own.length > run.free) addRow(model, [...columns(own), [group, -run.free]], { upper: 0 });
      return [group, 1] as const;
    });
    addRow(model, chosen, { upper: 1 });
  }
  for (const [at, one] of here.entries()) {
    const apart = index.apart(one.pupil.id);
    if (apart.size === 0) continue;
    for (const other of here.slice(at + 1)) {
      if (apart.has(other.pupil.id)) addRow(model, columns([one, other]), { upper: 1 });
    }
  }
}

function push(lists: Map<string, Map<string, number[]>>, outer: string, inner: string, value: number): void {
  const list = lists.get(outer) ?? new Map<string, number[]>();
  lists.set(outer, list.set(inner, [...(list.get(inner) ?? []), value]));
}
