import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import type { SessionStanding } from '../placements/types.ts';
import { hadPlace } from './session-need.ts';

/** An issued exclusion with how its sessions stand, from its first to those of today. */
export interface StoodExclusion {
  readonly kind: ExclusionKind;
  /** The first day on record, whether the school met then or not. */
  readonly startDate: IsoDate;
  /** In order; none for a lunchtime exclusion, and where the term dates are not entered. */
  readonly sessions: readonly (Session & { readonly standing: SessionStanding })[];
  /** The day from which the law asks for education; or why there is none: too short, or term dates not entered. */
  readonly education: { readonly from: IsoDate } | { readonly none: 'too-short' | 'not-known' };
}

/** Why an exclusion is in no share: it had no such session, or not yet. */
export const LEFT_OUT = [
  'lunchtime',
  'no-sessions',
  'too-short',
  'not-reached',
  'given-back',
  'not-known',
] as const;

export type LeftOut = (typeof LEFT_OUT)[number];

/** `met` of `n` exclusions had a place when it was asked for; those left out are in neither. */
export interface Compliance {
  readonly met: number;
  readonly n: number;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const startsIn = ({ startDate }: StoodExclusion, { from, to }: Period): boolean =>
  from <= startDate && startDate <= to;

/** Exclusions that start in the period: which had a place on their very first session. */
export function firstSessionCompliance(exclusions: readonly StoodExclusion[], period: Period): Compliance {
  return tally(exclusions, (exclusion) => {
    if (!startsIn(exclusion, period)) return undefined;
    if (exclusion.kind === 'lunchtime') return 'lunchtime';
    const [first] = exclusion.sessions;
    return first === undefined ? 'no-sessions' : hadPlace(first.standing);
  });
}

/**
 * Exclusions whose day of the law (the sixth consecutive school day, over exclusions that join) lies in the period: which
 * had a place for every session of that day. Left out are those that start in the period and have no such day in it.
 */
export function educationDayCompliance(exclusions: readonly StoodExclusion[], period: Period): Compliance {
  return tally(exclusions, (exclusion) => {
    const { kind, education, sessions } = exclusion;
    if ('from' in education && period.from <= education.from && education.from <= period.to) {
      const day = sessions.filter(({ date }) => date === education.from);
      return day.length === 0 ? 'given-back' : day.every(({ standing }) => hadPlace(standing));
    }
    if (!startsIn(exclusion, period)) return undefined;
    if (kind === 'lunchtime') return 'lunchtime';
    return 'from' in education ? 'not-reached' : education.none;
  });
}

/** School days between the start of exclusions and their first place. */
export interface Gaps {
  /** Of each exclusion that has had a place: excluded sessions before the first of them, divided by two. */
  readonly days: readonly number[];
  /** Exclusions that are over, or under way, and have had none yet. */
  readonly without: number;
}

/** How long exclusions that start in the period waited for their first place; lunchtimes need none. */
export function gapsBeforePlace(exclusions: readonly StoodExclusion[], period: Period): Gaps {
  const days: number[] = [];
  let without = 0;
  for (const exclusion of exclusions) {
    if (!startsIn(exclusion, period) || exclusion.sessions.length === 0) continue;
    const first = exclusion.sessions.findIndex(({ standing }) => hadPlace(standing));
    if (first < 0) without += 1;
    else days.push(first / 2);
  }
  return { days, without };
}

/** Counts verdicts: met or not, why left out, or (undefined) of another period altogether. */
function tally(
  exclusions: readonly StoodExclusion[],
  judge: (exclusion: StoodExclusion) => boolean | LeftOut | undefined,
): Compliance {
  let [met, n] = [0, 0];
  const leftOut: Partial<Record<LeftOut, number>> = {};
  for (const exclusion of exclusions) {
    const verdict = judge(exclusion);
    if (verdict === undefined) continue;
    if (typeof verdict === 'boolean') {
      n += 1;
      if (verdict) met += 1;
    } else leftOut[verdict] = (leftOut[verdict] ?? 0) + 1;
  }
  return { met, n, leftOut };
}
