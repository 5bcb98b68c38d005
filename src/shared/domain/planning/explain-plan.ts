import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type {
  PlanReason,
  ProviderObstacles,
  PupilExplanation,
  UncoveredSession,
} from './explanation-types.ts';
import { groupBy } from './group-by.ts';
import { indexProblem, type PlanIndex } from './index-problem.ts';
import { openPlanBook, type PlanBook } from './plan-book.ts';
import { singleChange } from './single-change.ts';
import { stayObstacles } from './stay-obstacles.ts';
import type { PlanAssignment, PlanProblem, PlanProvider, PlanPupil } from './types.ts';

/** For every pupil, in the order of their ids: why they got what they got, and what stands against the rest. */
export function explainPlan(
  problem: PlanProblem,
  assignments: readonly PlanAssignment[],
): readonly PupilExplanation[] {
  const index = indexProblem(problem);
  const book = openPlanBook(index);
  for (const assignment of assignments) book.add(assignment);
  const placesOf = groupBy(assignments, ({ pupilId }) => pupilId);
  return index.pupils.map((pupil) => {
    const stays = groupBy(placesOf.get(pupil.id) ?? [], ({ providerId }) => providerId);
    return {
      pupilId: pupil.id,
      stays: [...stays].flatMap(([providerId, places]) => {
        const provider = index.provider(providerId);
        if (!provider) return [];
        const sessions = places.map(({ date, slot }) => ({ date, slot }));
        return [{ providerId, sessions, reasons: reasonsFor(index, book, pupil, provider, sessions) }];
      }),
      without: pupil.sessions
        .filter((session) => !book.covered(pupil.id, session))
        .map((session) => explainUncovered(problem, index, book, pupil, session)),
    };
  });
}

function reasonsFor(
  index: PlanIndex,
  book: PlanBook,
  pupil: PlanPupil,
  provider: PlanProvider,
  sessions: readonly Session[],
): readonly PlanReason[] {
  const reasons: PlanReason[] = [];
  const admitting = index.providers.filter(({ id }) => admitted(index, pupil, id, sessions) > 0);
  if (admitting.length === 1) reasons.push({ type: 'only-one' });
  if (index.existingDays(pupil.id, provider.id).size > 0) reasons.push({ type: 'already-there' });
  if (sessions.length === pupil.sessions.length && sessions.length > 1)
    reasons.push({ type: 'all-sessions' });
  const metres = provider.distanceMetres[pupil.schoolId];
  const rivals = admitting.filter(({ id }) => admitted(index, pupil, id, sessions) === sessions.length);
  if (metres !== undefined && rivals.length > 1) {
    const nearer = rivals.filter((rival) => (rival.distanceMetres[pupil.schoolId] ?? Infinity) < metres);
    reasons.push(
      nearer.length === 0
        ? { type: 'nearest', metres, among: rivals.length }
        : { type: 'nearer-taken', nearer: nearer.map((rival) => against(book, pupil, rival, sessions)) },
    );
  }
  return reasons.length > 0 ? reasons : [{ type: 'best-together' }];
}

/** In how many of the sessions the provider runs and lets the pupil in. */
function admitted(
  index: PlanIndex,
  { id }: PlanPupil,
  providerId: string,
  sessions: readonly Session[],
): number {
  const open = new Set(index.admission(id, providerId)?.sessions.map(sessionKey));
  return sessions.filter(
    (session) => open.has(sessionKey(session)) && index.run(providerId, sessionKey(session)),
  ).length;
}

/** What stands against the pupil at another provider in any of the sessions, each thing once. */
function against(
  book: PlanBook,
  { id }: PlanPupil,
  rival: PlanProvider,
  sessions: readonly Session[],
): ProviderObstacles {
  const found = sessions.flatMap((session) => book.obstacles(id, rival.id, session));
  return {
    providerId: rival.id,
    obstacles: [...new Map(found.map((one) => [JSON.stringify(one), one])).values()],
  };
}

function explainUncovered(
  problem: PlanProblem,
  index: PlanIndex,
  book: PlanBook,
  pupil: PlanPupil,
  session: Session,
): UncoveredSession {
  const providers = index.providers
    .filter(({ id }) => index.run(id, sessionKey(session)) && index.admission(pupil.id, id))
    .map((provider) => ({
      providerId: provider.id,
      obstacles: [
        ...book.obstacles(pupil.id, provider.id, session),
        ...stayObstacles(book, pupil.id, provider, session),
      ],
    }));
  const changes = providers.flatMap((provider) => {
    const change = singleChange(problem, book.assignments(), pupil.id, session, provider);
    return change ? [change] : [];
  });
  return { date: session.date, slot: session.slot, providers, changes };
}
