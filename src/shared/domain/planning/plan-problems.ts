import { sessionKey } from '../calendar/session-key.ts';
import { groupBy } from './group-by.ts';
import type { Session } from '../calendar/types.ts';
import { indexProblem, type PlanIndex } from './index-problem.ts';
import type { PlanAssignment, PlanProblem, PlanProvider } from './types.ts';
import { mondayOf } from '../calendar/monday-of.ts';

/** One rule that a plan breaks. */
export type PlanViolation =
  | ({ readonly type: 'unknown' | 'not-wanted' | 'not-admitted' | 'two-places' } & PlanAssignment)
  | ({ readonly type: 'full'; readonly providerId: string; readonly over: number } & Session)
  | ({ readonly type: 'school-share'; readonly providerId: string; readonly schoolId: string } & Session)
  | {
      readonly type: 'week-full';
      readonly providerId: string;
      readonly monday: string;
      readonly over: number;
    }
  | ({
      readonly type: 'kept-apart';
      readonly providerId: string;
      readonly pair: readonly [string, string];
    } & Session)
  | ({ readonly type: 'groups-mixed'; readonly providerId: string } & Session)
  | {
      readonly type: 'stay-length';
      readonly pupilId: string;
      readonly providerId: string;
      readonly days: number;
    };

/**
 * Every rule that the plan would break, counted from the plan alone; none when it can be booked as it is. Places that
 * exist already are nobody's fault: a stay that is too short today is named only when the plan adds to it.
 */
export function planProblems(
  problem: PlanProblem,
  assignments: readonly PlanAssignment[],
): readonly PlanViolation[] {
  const index = indexProblem(problem);
  const own = assignments.flatMap((assignment): PlanViolation[] => {
    const { pupilId, providerId } = assignment;
    const key = sessionKey(assignment);
    const pupil = index.pupil(pupilId);
    if (!pupil || !index.run(providerId, key)) return [{ type: 'unknown', ...assignment }];
    if (!pupil.sessions.some((session) => sessionKey(session) === key)) {
      return [{ type: 'not-wanted', ...assignment }];
    }
    const admitted = index.admission(pupilId, providerId)?.sessions.map(sessionKey);
    return admitted?.includes(key) ? [] : [{ type: 'not-admitted', ...assignment }];
  });
  if (own.length > 0) return own;
  const twice = [...groupBy(assignments, (one) => `${sessionKey(one)} ${one.pupilId}`).values()];
  return [
    ...twice.flatMap((places) => places.slice(1).map((place) => ({ type: 'two-places' as const, ...place }))),
    ...index.providers.flatMap((provider) => {
      const here = assignments.filter(({ providerId }) => providerId === provider.id);
      return [
        ...[...groupBy(here, sessionKey).values()].flatMap((places) =>
          sessionProblems(index, provider, places),
        ),
        ...weekProblems(provider, here),
        ...stayProblems(index, provider, here),
      ];
    }),
  ];
}

function sessionProblems(
  index: PlanIndex,
  provider: PlanProvider,
  places: readonly PlanAssignment[],
): readonly PlanViolation[] {
  const [first] = places;
  const run = first && index.run(provider.id, sessionKey(first));
  if (!run) return [];
  const where = { providerId: provider.id, date: run.date, slot: run.slot };
  const problems: PlanViolation[] = [];
  if (places.length > run.free) problems.push({ type: 'full', ...where, over: places.length - run.free });
  const schools = groupBy(places, ({ pupilId }) => index.pupil(pupilId)?.schoolId ?? '');
  for (const [schoolId, sent] of schools) {
    const taken = run.takenBySchool[schoolId] ?? 0;
    if (provider.schoolShare !== undefined && taken + sent.length > provider.schoolShare) {
      problems.push({ type: 'school-share', ...where, schoolId });
    }
  }
  const groups = new Set(places.map(({ pupilId }) => index.pupil(pupilId)?.group));
  if (run.group !== null) groups.add(run.group);
  if (provider.separateGroups && groups.size > 1) problems.push({ type: 'groups-mixed', ...where });
  const everybody = [...new Set([...places.map(({ pupilId }) => pupilId), ...run.present])];
  for (const { pupilId } of places) {
    for (const other of everybody) {
      // A pair of the plan is met twice; it is named once.
      const met = pupilId < other || run.present.includes(other);
      if (met && index.apart(pupilId).has(other)) {
        problems.push({ type: 'kept-apart', ...where, pair: [pupilId, other] });
      }
    }
  }
  return problems;
}

function weekProblems(provider: PlanProvider, here: readonly PlanAssignment[]): readonly PlanViolation[] {
  const { id, weekCapacity } = provider;
  if (!weekCapacity) return [];
  return [...groupBy(here, ({ date }) => mondayOf(date))].flatMap(([monday, places]) => {
    const there = new Set(weekCapacity.weeks.find((week) => week.monday === monday)?.pupilIds);
    const added = new Set(places.map(({ pupilId }) => pupilId).filter((pupilId) => !there.has(pupilId))).size;
    const over = there.size + added - weekCapacity.limit;
    return added > 0 && over > 0 ? [{ type: 'week-full' as const, providerId: id, monday, over }] : [];
  });
}

function stayProblems(
  index: PlanIndex,
  { id, minDays = 0, maxDays = Infinity }: PlanProvider,
  here: readonly PlanAssignment[],
): readonly PlanViolation[] {
  return [...groupBy(here, ({ pupilId }) => pupilId)].flatMap(([pupilId, places]) => {
    const days = new Set([...index.existingDays(pupilId, id), ...places.map(({ date }) => date)]).size;
    return days < minDays || days > maxDays
      ? [{ type: 'stay-length' as const, pupilId, providerId: id, days }]
      : [];
  });
}
