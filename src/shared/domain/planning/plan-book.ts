import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { PlanIndex } from './index-problem.ts';
import type { PupilGroup } from '../placements/types.ts';
import type { PlanAssignment, PlanRefusal } from './types.ts';
import { mondayOf } from '../calendar/monday-of.ts';

/** What stands against one place, given a plan. */
export type PlanObstacle =
  | { readonly type: 'not-offered' }
  | { readonly type: 'refused'; readonly refusals: readonly PlanRefusal[] }
  | { readonly type: 'full'; readonly limitedBy: 'capacity' | 'adults' }
  | { readonly type: 'school-share'; readonly share: number }
  | { readonly type: 'week-full'; readonly limit: number; readonly monday: string }
  | { readonly type: 'kept-apart'; readonly fromPupilIds: readonly string[] }
  | { readonly type: 'other-group'; readonly group: PupilGroup }
  | { readonly type: 'stay-too-short'; readonly days: number; readonly minDays: number }
  | { readonly type: 'stay-too-long'; readonly days: number; readonly maxDays: number };

/** A plan that grows: who is where, with what stands against one place more. */
export interface PlanBook {
  readonly add: (assignment: PlanAssignment) => void;
  readonly assignments: () => readonly PlanAssignment[];
  /** True when the pupil has a place of the plan in that session. */
  readonly covered: (pupilId: string, session: Session) => boolean;
  /** Everything against the place but the length of the stay, which depends on the other days. */
  readonly obstacles: (pupilId: string, providerId: string, session: Session) => readonly PlanObstacle[];
  /** Days of the pupil at the provider: those of existing places and of the plan. */
  readonly days: (pupilId: string, providerId: string) => ReadonlySet<string>;
}

interface Row {
  readonly pupilId: string;
  readonly schoolId: string;
  readonly group: PupilGroup;
}

/** An empty book over a problem. */
export function openPlanBook(index: PlanIndex): PlanBook {
  const assignments: PlanAssignment[] = [];
  const bySession = new Map<string, Row[]>();
  const byWeek = new Map<string, Set<string>>();
  const days = new Map<string, Set<string>>();
  const covered = new Set<string>();
  const id = (...parts: readonly string[]) => JSON.stringify(parts);

  const inWeek = (providerId: string, monday: string): Set<string> => {
    const key = id(providerId, monday);
    const rows = index.provider(providerId)?.weekCapacity?.weeks.find((week) => week.monday === monday);
    const there = byWeek.get(key) ?? new Set(rows?.pupilIds);
    byWeek.set(key, there);
    return there;
  };
  const daysOf = (pupilId: string, providerId: string): Set<string> => {
    const key = id(pupilId, providerId);
    const known = days.get(key) ?? new Set(index.existingDays(pupilId, providerId));
    days.set(key, known);
    return known;
  };

  return {
    assignments: () => assignments,
    covered: (pupilId, session) => covered.has(id(pupilId, sessionKey(session))),
    days: daysOf,
    add(assignment) {
      const { pupilId, providerId, date } = assignment;
      const pupil = index.pupil(pupilId);
      if (!pupil) throw new Error('The plan names somebody who is not in the problem.');
      const key = id(providerId, sessionKey(assignment));
      const row = { pupilId, schoolId: pupil.schoolId, group: pupil.group };
      bySession.set(key, [...(bySession.get(key) ?? []), row]);
      inWeek(providerId, mondayOf(date)).add(pupilId);
      daysOf(pupilId, providerId).add(date);
      covered.add(id(pupilId, sessionKey(assignment)));
      assignments.push(assignment);
    },
    obstacles(pupilId, providerId, session) {
      const [pupil, provider, key] = [index.pupil(pupilId), index.provider(providerId), sessionKey(session)];
      const run = index.run(providerId, key);
      const admission = index.admission(pupilId, providerId);
      if (!pupil || !provider || !run || !admission) return [{ type: 'not-offered' }];
      const found: PlanObstacle[] = [];
      if (!admission.sessions.some((one) => sessionKey(one) === key)) {
        const refused = admission.refused.find((one) => sessionKey(one) === key);
        found.push(refused ? { type: 'refused', refusals: refused.refusals } : { type: 'not-offered' });
      }
      const rows = bySession.get(id(providerId, key)) ?? [];
      if (rows.length >= run.free) found.push({ type: 'full', limitedBy: run.limitedBy });
      const { schoolShare, weekCapacity, separateGroups } = provider;
      const ofSchool = rows.filter(({ schoolId }) => schoolId === pupil.schoolId).length;
      if (schoolShare !== undefined && ofSchool + (run.takenBySchool[pupil.schoolId] ?? 0) >= schoolShare) {
        found.push({ type: 'school-share', share: schoolShare });
      }
      const monday = mondayOf(session.date);
      if (
        weekCapacity &&
        !inWeek(providerId, monday).has(pupilId) &&
        inWeek(providerId, monday).size >= weekCapacity.limit
      ) {
        found.push({ type: 'week-full', limit: weekCapacity.limit, monday });
      }
      const apart = index.apart(pupilId);
      const near = [...rows.map((row) => row.pupilId), ...run.present].filter((other) => apart.has(other));
      if (near.length > 0) found.push({ type: 'kept-apart', fromPupilIds: near });
      const other = separateGroups
        ? [run.group, ...rows.map(({ group }) => group)].find(
            (group) => group !== null && group !== pupil.group,
          )
        : undefined;
      if (other) found.push({ type: 'other-group', group: other });
      return found;
    },
  };
}
