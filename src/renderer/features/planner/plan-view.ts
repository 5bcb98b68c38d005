import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { plural } from '../../ui/words/format.ts';

export type Plan = OperationOutput<'planner.plan'>;
export type PlannedPupil = Plan['pupils'][number];
type PlannedRun = PlannedPupil['runs'][number];
type AcceptedRun = OperationInput<'planner.accept'>['runs'][number];

/** How many of a pupil's sessions the plan covers. */
export const coveredOf = ({ runs }: PlannedPupil): number =>
  runs.reduce((sum, { sessions }) => sum + sessions.length, 0);

/** Runs of the plan for the pupils who are not left out, ready to be accepted. */
export const acceptedRuns = (plan: Plan, leftOut: ReadonlySet<string>): AcceptedRun[] =>
  plan.pupils
    .filter(({ exclusionId }) => !leftOut.has(exclusionId))
    .flatMap(({ exclusionId, schoolId, runs }) =>
      runs.map(({ providerId, sessions }) => ({
        exclusionId,
        schoolId,
        providerId,
        sessions: [...sessions],
      })),
    );

/** How many pupils and places an acceptance would book. */
export const countRuns = (
  runs: readonly AcceptedRun[],
): { readonly pupils: number; readonly places: number } => ({
  pupils: new Set(runs.map(({ exclusionId }) => exclusionId)).size,
  places: runs.reduce((sum, { sessions }) => sum + sessions.length, 0),
});

/** "Mon 17 November am", "Mon 17 November am and pm", "Mon 17 November am to Wed 19 November pm, 6 sessions". */
export function saySpan(sessions: readonly Session[]): string {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return '';
  if (sessions.length === 1) return sayShortSession(first);
  if (first.date === last.date) return `${sayShortSession(first)} and ${last.slot}`;
  return `${sayShortSession(first)} to ${sayShortSession(last)}, ${String(sessions.length)} sessions`;
}

/** Sessions that were left without for the same reasons, together. */
export function groupWithout(without: PlannedPupil['without']) {
  const groups = new Map<
    string,
    { sessions: Session[]; why: readonly string[]; wouldFree: readonly string[] }
  >();
  for (const { session, why, wouldFree } of without) {
    const key = JSON.stringify([why, wouldFree]);
    const group = groups.get(key) ?? { sessions: [], why, wouldFree };
    group.sessions.push(session);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Beside first come, first served: "5 sessions more", "the same", "2 fewer". */
export function sayDifference(ours: number, theirs: number, one: string, many = `${one}s`): string {
  const more = ours - theirs;
  if (more === 0) return `as many ${many}`;
  return `${plural(Math.abs(more), one, many)} ${more > 0 ? 'more' : 'fewer'}`;
}
