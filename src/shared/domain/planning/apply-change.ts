import { sessionKey } from '../calendar/session-key.ts';
import type { PlanChange } from './explanation-types.ts';
import type { PlanProblem, PlanProvider } from './types.ts';

/** The problem as it would be after one change for a pupil; only what the change names is different. */
export function applyChange(problem: PlanProblem, pupilId: string, change: PlanChange): PlanProblem {
  const key = sessionKey(change);
  if (change.type === 'waive') {
    return {
      ...problem,
      admissions: problem.admissions.map((row) =>
        row.pupilId === pupilId && row.providerId === change.providerId
          ? {
              ...row,
              sessions: [...row.sessions, { date: change.date, slot: change.slot }],
              refused: row.refused.filter((one) => sessionKey(one) !== key),
            }
          : row,
      ),
    };
  }
  return {
    ...problem,
    providers: problem.providers.map((provider) =>
      provider.id === change.providerId ? changed(provider, change.type, key) : provider,
    ),
  };
}

function changed(
  provider: PlanProvider,
  type: Exclude<PlanChange['type'], 'waive'>,
  key: string,
): PlanProvider {
  const { minDays, maxDays, schoolShare, weekCapacity, ...rest } = provider;
  const least = minDays === undefined || type === 'shorter-stay' ? {} : { minDays };
  const most = maxDays === undefined || type === 'longer-stay' ? {} : { maxDays };
  const share =
    schoolShare === undefined ? {} : { schoolShare: schoolShare + (type === 'share-more' ? 1 : 0) };
  const week = weekCapacity
    ? { weekCapacity: { ...weekCapacity, limit: weekCapacity.limit + (type === 'week-more' ? 1 : 0) } }
    : {};
  const more = type === 'place-more' || type === 'adult-more' ? 1 : 0;
  const sessions = rest.sessions.map((run) =>
    sessionKey(run) === key ? { ...run, free: run.free + more } : run,
  );
  return { ...rest, ...least, ...most, ...share, ...week, sessions };
}
