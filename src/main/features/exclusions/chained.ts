import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { Draft } from './draft.ts';

/** Links with which the new exclusion may begin before the first one ends, and takes its place from then on. */
const TAKES_OVER: ReadonlySet<Draft['followsAs']> = new Set(['extension', 'conversion']);

/**
 * The pupil's other exclusions as they will be: the one that the draft extends or makes permanent ends where the draft
 * begins.
 */
export function withoutWhatItTakesOver(
  { followsId, followsAs }: Pick<Draft, 'followsId' | 'followsAs'>,
  start: Session,
  others: readonly IssuedExclusion[],
): readonly IssuedExclusion[] {
  if (followsId === undefined || !TAKES_OVER.has(followsAs)) return others;
  return others.flatMap((other) => {
    if (other.id !== followsId || other.kind === 'permanent') return [other];
    const halfDays = other.halfDays.filter((one) => sessionKey(one) < sessionKey(start));
    const last = halfDays.at(-1);
    if (last === undefined) return [];
    return [{ ...other, halfDays, end: { date: last.date, slot: last.slot === 'am' ? 'am' : 'pm' } }];
  });
}
