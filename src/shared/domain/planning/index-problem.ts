import { sessionKey } from '../calendar/session-key.ts';
import { groupBy } from './group-by.ts';
import type { PlanAdmission, PlanProblem, PlanProvider, PlanProviderSession, PlanPupil } from './types.ts';

/** A problem with its lists in the order of their ids and the look-ups that every part of planning needs. */
export interface PlanIndex {
  readonly pupils: readonly PlanPupil[];
  readonly providers: readonly PlanProvider[];
  readonly pupil: (id: string) => PlanPupil | undefined;
  readonly provider: (id: string) => PlanProvider | undefined;
  /** What the provider runs in the session with that key. */
  readonly run: (providerId: string, key: string) => PlanProviderSession | undefined;
  readonly admission: (pupilId: string, providerId: string) => PlanAdmission | undefined;
  /** Everybody who must be kept apart from the pupil. */
  readonly apart: (pupilId: string) => ReadonlySet<string>;
  /** Days on which the pupil is at the provider already. */
  readonly existingDays: (pupilId: string, providerId: string) => ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Order of code units: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Problems never change, so that what was prepared for one holds as long as it is around. */
const prepared = new WeakMap<PlanProblem, PlanIndex>();

/** Prepares a problem, once; the order of its lists makes no difference to the result. */
export function indexProblem(problem: PlanProblem): PlanIndex {
  const known = prepared.get(problem) ?? makeIndex(problem);
  prepared.set(problem, known);
  return known;
}

function makeIndex(problem: PlanProblem): PlanIndex {
  const pupils = problem.pupils
    .map((pupil) => ({
      ...pupil,
      sessions: pupil.sessions.toSorted((a, b) => byText(sessionKey(a), sessionKey(b))),
    }))
    .toSorted((a, b) => byText(a.id, b.id));
  const providers = problem.providers
    .map((provider) => ({
      ...provider,
      sessions: provider.sessions.toSorted((a, b) => byText(sessionKey(a), sessionKey(b))),
    }))
    .toSorted((a, b) => byText(a.id, b.id));
  const pupilById = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const providerById = new Map(providers.map((provider) => [provider.id, provider]));
  const runs = new Map(
    providers.map(({ id, sessions }) => [id, new Map(sessions.map((run) => [sessionKey(run), run]))]),
  );
  const admissions = groupBy(problem.admissions, ({ pupilId }) => pupilId);
  const admissionOf = new Map(
    [...admissions].map(([id, rows]) => [id, new Map(rows.map((row) => [row.providerId, row]))]),
  );
  return {
    pupils,
    providers,
    pupil: (id) => pupilById.get(id),
    provider: (id) => providerById.get(id),
    run: (providerId, key) => runs.get(providerId)?.get(key),
    admission: (pupilId, providerId) => admissionOf.get(pupilId)?.get(providerId),
    ...pairsOf(problem),
  };
}

function pairsOf({ pupils, keepApart }: PlanProblem): Pick<PlanIndex, 'apart' | 'existingDays'> {
  const apart = new Map<string, Set<string>>();
  for (const [a, b] of keepApart.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])) {
    if (a === b) continue;
    const known = apart.get(a);
    if (known) known.add(b);
    else apart.set(a, new Set([b]));
  }
  const days = new Map<string, Map<string, Set<string>>>();
  for (const { id, existing } of pupils) {
    const own = new Map<string, Set<string>>();
    for (const { providerId, date } of existing)
      own.set(providerId, (own.get(providerId) ?? new Set()).add(date));
    days.set(id, own);
  }
  return {
    apart: (pupilId) => apart.get(pupilId) ?? NOBODY,
    existingDays: (pupilId, providerId) => days.get(pupilId)?.get(providerId) ?? NOBODY,
  };
}
