import type { Incident, TalkSign, WorthATalk } from './types.ts';

/** Exclusions from which on a pupil is worth a talk. */
const TIMES = 2;

/**
 * Pupils with two or more exclusions, with what makes each worth a talk: how many, whether each of the last ones was
 * longer than the one before, and a main reason that came again. Most signs and most exclusions first.
 */
export function worthATalk(incidents: readonly Incident[]): readonly WorthATalk[] {
  const byPupil = new Map<string, Incident[]>();
  for (const one of incidents.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1))) {
    const own = byPupil.get(one.pupilId);
    if (own === undefined) byPupil.set(one.pupilId, [one]);
    else own.push(one);
  }
  return [...byPupil]
    .filter(([, own]) => own.length >= TIMES)
    .map(([pupilId, own]): WorthATalk => {
      const signs: TalkSign[] = [{ kind: 'times', times: own.length }, ...rising(own), ...sameReason(own)];
      return { pupilId, times: own.length, lastOn: own.at(-1)?.startDate ?? '', signs };
    })
    .toSorted(
      (a, b) =>
        b.signs.length - a.signs.length ||
        b.times - a.times ||
        (a.lastOn === b.lastOn ? (a.pupilId < b.pupilId ? -1 : 1) : a.lastOn > b.lastOn ? -1 : 1),
    );
}

/** The lengths of the last fixed periods, where each is longer than the one before; only of the same kind. */
function rising(own: readonly Incident[]): readonly TalkSign[] {
  const lengths = own.flatMap(({ kind, halfDays }) =>
    kind === 'fixed-period' && halfDays !== null ? [halfDays] : [],
  );
  let from = lengths.length - 1;
  while (from > 0 && (lengths[from - 1] ?? 0) < (lengths[from] ?? 0)) from -= 1;
  const run = lengths.slice(Math.max(0, from));
  return run.length < TIMES ? [] : [{ kind: 'rising', halfDays: run }];
}

/** The main reason that came most often, where it came again. */
function sameReason(own: readonly Incident[]): readonly TalkSign[] {
  const times = new Map<string, number>();
  for (const { reason } of own) if (reason !== null) times.set(reason, (times.get(reason) ?? 0) + 1);
  const [most] = [...times].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most === undefined || most[1] < TIMES
    ? []
    : [{ kind: 'same-reason', reason: most[0], times: most[1] }];
}
