import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { ExclusionKind } from '../exclusions/types.ts';

/** What the order of the queue depends on. */
export interface Waiting {
  readonly inCare: boolean;
  readonly firstUncovered: Session;
  readonly kind: ExclusionKind;
  readonly name: string;
}

/**
 * Most urgent first. Looked-after children come first: the suspension and exclusion guidance asks school and
 * authority to arrange provision for them from the first day. Then the session that comes soonest, permanent before fixed-period, and
 * by name, so that the order stands still.
 */
export function orderQueue<T extends Waiting>(waiting: readonly T[]): readonly T[] {
  return waiting.toSorted(
    (a, b) =>
      Number(b.inCare) - Number(a.inCare) ||
      compare(sessionKey(a.firstUncovered), sessionKey(b.firstUncovered)) ||
      Number(b.kind === 'permanent') - Number(a.kind === 'permanent') ||
      a.name.localeCompare(b.name, 'en-GB'),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
