import type { LetterCase } from './read-letter-case.ts';

/** What the governors still have to do with the parents; papers are of no use once the meeting is over. */
const GOVERNORS_PART: ReadonlySet<string> = new Set([
  'governors-meeting',
  'governors-representations',
  'decision-letter',
  'reconsider',
]);

/** Whether the pupil is still out, or the governors' part of the case is open: the parents must then be reachable. */
export function stillRuns({
  caseFacts: { issued, today },
  exclusion: { id, state },
  duties,
}: LetterCase): boolean {
  if (state === 'ended') return false;
  const one = issued.find((other) => other.id === id);
  const until = one?.stopped ?? one?.decided.end;
  // A permanent one has no end of its own.
  if (until === undefined || today <= until.date) return true;
  return duties.some(
    ({ key, owed, fulfilledOn, dueBy }) =>
      owed && fulfilledOn === null && dueBy !== null && GOVERNORS_PART.has(key),
  );
}
