import { sessionKey } from '../calendar/session-key.ts';
import { newDays } from './keep-stays.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import type { SuggestOption } from './suggest-types.ts';
import type { Refusal, RefusedSession } from './types.ts';

/**
 * The sessions found, or why there are none: what stands against each, the most that could be had in a row, and the
 * days of the longest stay that nothing but its length stands against.
 */
export type NextFree =
  | { readonly sessions: readonly SessionToCover[] }
  | { readonly refused: readonly RefusedSession[]; readonly mostInARow: number; readonly days: number };

/**
 * When a provider can next take a pupil for `wanted` sessions in a row, of the sessions given in order. More than
 * wanted where a stay must be longer. Sessions that the provider never runs lie between without breaking the row: four
 * in a row at a centre of mornings are four mornings. Who goes with the pupil is still to be named.
 */
export function nextFree(
  option: Pick<SuggestOption, 'refusals' | 'minDays' | 'maxDays' | 'daysBefore'>,
  sessions: readonly SessionToCover[],
  wanted: number,
): NextFree {
  const { minDays, maxDays, before } = newDays(option);
  const against = sessions.map((session) =>
    (option.refusals.get(sessionKey(session)) ?? []).filter(({ type }) => type !== 'escort'),
  );
  let most = 0;
  let longest = 0;
  for (const start of sessions.keys()) {
    const found: SessionToCover[] = [];
    for (let at = start; at < sessions.length; at += 1) {
      const [session, refusals = []] = [sessions[at], against[at]];
      if (session === undefined || (refusals.length > 0 && !isNotRun(refusals))) break;
      if (refusals.length > 0) continue;
      const days = new Set([...found, session].map(({ date }) => date).filter((date) => !before.has(date)));
      if (days.size > maxDays) break;
      found.push(session);
      longest = Math.max(longest, days.size + before.size);
      if (days.size < minDays) continue;
      most = Math.max(most, found.length);
      if (found.length >= wanted) return { sessions: found };
    }
  }
  return {
    refused: sessions.flatMap(({ date, slot }, at) => {
      const refusals = against[at] ?? [];
      return refusals.length === 0 ? [] : [{ date, slot, refusals }];
    }),
    mostInARow: most,
    days: longest,
  };
}

const isNotRun = (refusals: readonly Refusal[]): boolean => refusals.some(({ type }) => type === 'not-run');
