import type { StayLimits } from '../domain/placements/keep-stays.ts';
import type { NextFree } from '../domain/placements/next-free.ts';
import type { SuggestedRun } from '../domain/placements/suggest-itinerary.ts';
import type { ReasonWithout } from '../domain/placements/why-without.ts';
import { capitalise } from './exclusion-words.ts';
import { sayList, sayRefusal, sayRefusalBriefly, sayRefusedSessions } from './provider-words.ts';
import { sayStageTarget } from './stage-words.ts';

type NameOf = (providerId: string) => string | undefined;

/** "day 1 to 2", "day 3", "day 1, 3 to 5 and 8". */
function sayDays(days: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return `day ${sayList(runs.map(([from, to]) => (from === to ? String(from) : `${String(from)} to ${String(to)}`)))}`;
}

/**
 * Why a run goes where it goes: "Day 1 to 2: in our own unit, by the stages of the school." What no stage could place
 * is said apart.
 */
export function sayWhyRun(
  { sessions, stages }: Pick<SuggestedRun, 'sessions' | 'stages'>,
  nameOf: NameOf,
): string {
  const daysFor = new Map<string, number[]>();
  for (const [at, { day }] of sessions.entries()) {
    const stage = stages[at];
    const why =
      stage === undefined
        ? 'outside the stages of the school; this provider can take the pupil'
        : `${sayStageTarget(stage, stage.providerId === undefined ? undefined : nameOf(stage.providerId))}, by the stages of the school`;
    daysFor.set(why, [...(daysFor.get(why) ?? []), day]);
  }
  return [...daysFor].map(([why, days]) => `${capitalise(sayDays(days))}: ${why}.`).join(' ');
}

/** Why nobody takes a session: "Oak House: full, all 12 places are taken.", a line for every provider. */
export function sayWithout(reasons: readonly ReasonWithout[], nameOf: NameOf): string {
  if (reasons.length === 0) return 'There is no provider in the list yet.';
  const placed = reasons[0]?.refusals.find(({ type }) => type === 'placed');
  if (placed) return `${capitalise(sayRefusal(placed))}.`;
  return reasons
    .map((reason) => `${nameOf(reason.providerId) ?? 'A provider'}: ${sayReason(reason)}.`)
    .join('\n');
}

function sayReason({ refusals, notProposed, kind }: ReasonWithout): string {
  const said = refusals.map(sayRefusalBriefly);
  if (notProposed === 'excluded-there') said.unshift('the pupil was excluded from there');
  if (notProposed === 'kind' && kind === 'home-study') {
    said.unshift('study at home counts only with a visit, so it is not proposed');
  }
  return said.join('; ');
}

/** Why a provider has nothing free, of an answer that found nothing. */
export function sayNothingFree(
  { refused, mostInARow, days }: Exclude<NextFree, { readonly sessions: unknown }>,
  wanted: number,
  { minDays, maxDays }: Pick<StayLimits, 'minDays' | 'maxDays'>,
): string {
  const parts = [
    mostInARow > 0
      ? `At most ${String(mostInARow)} ${mostInARow === 1 ? 'session' : 'sessions'} in a row, not ${String(wanted)}.`
      : minDays !== undefined && days > 0 && days < minDays
        ? `${capitalise(sayRefusal({ type: 'stay-short', minDays, days }))}.`
        : '',
    maxDays === undefined || mostInARow === 0 ? '' : `A stay there has at most ${sayNumberOfDays(maxDays)}.`,
    sayRefusedSessions(refused, sayRefusalBriefly),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const sayNumberOfDays = (days: number): string => (days === 1 ? '1 day' : `${String(days)} days`);
