import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { travelBurden } from './burden-of.ts';
import { byText, indexProblem, type PlanIndex } from './index-problem.ts';
import { openPlanBook, type PlanBook } from './plan-book.ts';
import type { PlanAssignment, PlanProblem, PlanProvider, PlanPupil } from './types.ts';
import { urgencyWeight } from './urgency-weight.ts';

/**
 * What a careful person would do: the most urgent pupil first, each at the provider that has most of their sessions, the
 * nearest of equal ones, then the next provider for what is left. Every rule is kept.
 */
export function firstComeFirstServed(problem: PlanProblem): readonly PlanAssignment[] {
  const index = indexProblem(problem);
  const book = openPlanBook(index);
  const queue = index.pupils.toSorted(
    (a, b) =>
      urgencyWeight(b) - urgencyWeight(a) || byText(firstSession(a), firstSession(b)) || byText(a.id, b.id),
  );
  for (const pupil of queue) {
    for (;;) {
      const best = bestStay(index, book, pupil);
      if (!best) break;
      for (const session of best.sessions) {
        book.add({ pupilId: pupil.id, providerId: best.provider.id, date: session.date, slot: session.slot });
      }
    }
  }
  return book.assignments();
}

const firstSession = ({ sessions }: PlanPupil): string => (sessions[0] ? sessionKey(sessions[0]) : '');

function bestStay(index: PlanIndex, book: PlanBook, pupil: PlanPupil) {
  let best:
    | { readonly provider: PlanProvider; readonly sessions: readonly Session[]; readonly travel: number }
    | undefined;
  for (const provider of index.providers) {
    if (!index.admission(pupil.id, provider.id)) continue;
    const sessions = possibleStay(book, pupil, provider);
    const travel = travelBurden(provider, pupil.schoolId);
    const more = sessions.length - (best?.sessions.length ?? 0);
    if (more > 0 || (more === 0 && best && travel < best.travel)) best = { provider, sessions, travel };
  }
  return best;
}

/** The earliest sessions that make a stay of a length that the provider takes; none when there is no such stay. */
function possibleStay(book: PlanBook, pupil: PlanPupil, provider: PlanProvider): readonly Session[] {
  const { minDays = 0, maxDays = Infinity } = provider;
  const days = new Set(book.days(pupil.id, provider.id));
  const open = pupil.sessions.filter((session) => {
    if (book.covered(pupil.id, session)) return false;
    if (!days.has(session.date) && days.size >= maxDays) return false;
    if (book.obstacles(pupil.id, provider.id, session).length > 0) return false;
    days.add(session.date);
    return true;
  });
  return days.size < minDays || days.size > maxDays ? [] : open;
}
