import type { IsoDate } from '../../kernel/plain-date.ts';
import type { EffectRow, FinishedStay, Incident } from './types.ts';

/** School days on either side of a stay: about a term, and the same number on both, so that they compare. */
export const TERM_DAYS = 60;

/** The least stays from which anything is said of the difference. */
export const LEAST_STAYS = 10;

export interface Effect {
  readonly all: EffectRow;
  /** By the provider's name. */
  readonly providers: readonly (EffectRow & { readonly providerName: string })[];
  /** Stays that ended less than a term ago. */
  readonly tooRecent: number;
  /** Stays with less than a term on record before them. */
  readonly tooEarly: number;
  /** Stays of pupils who were not on roll in the whole of both terms. */
  readonly notOnRoll: number;
}

/** What of an incident is counted. */
type Start = Pick<Incident, 'exclusionId' | 'pupilId' | 'startDate'>;

interface Counted {
  readonly stay: FinishedStay;
  readonly before: number;
  readonly after: number;
}

/**
 * Exclusions that began in the term (60 school days) before each stay and in the term after it. The exclusion that the
 * stay was for counts in neither. `schoolDays` in order, up to today; stays with less than a term on either side, or of
 * pupils who were not on roll all that time, are left out and counted. Of several runs for one exclusion at one
 * provider only the span from the first to the last day counts.
 */
export function effectOfStays(
  stays: readonly FinishedStay[],
  incidents: readonly Start[],
  schoolDays: readonly IsoDate[],
): Effect {
  const starts = new Map<string, Start[]>();
  for (const one of incidents) {
    const own = starts.get(one.pupilId);
    if (own === undefined) starts.set(one.pupilId, [one]);
    else own.push(one);
  }
  const left = { tooRecent: 0, tooEarly: 0, notOnRoll: 0 };
  const count = (stay: FinishedStay): Counted | keyof typeof left => {
    const first = firstFrom(schoolDays, stay.from);
    const next = firstFrom(schoolDays, dayAfter(stay.to));
    const from = schoolDays[first - TERM_DAYS];
    const to = schoolDays[next + TERM_DAYS - 1];
    if (from === undefined) return 'tooEarly';
    if (to === undefined) return 'tooRecent';
    if ((stay.entryDate ?? '') > from || (stay.leavingDate ?? '9999') < to) return 'notOnRoll';
    const others = (starts.get(stay.pupilId) ?? []).filter(
      ({ exclusionId }) => exclusionId !== stay.exclusionId,
    );
    return {
      stay,
      before: others.filter(({ startDate }) => startDate >= from && startDate < stay.from).length,
      after: others.filter(({ startDate }) => startDate > stay.to && startDate <= to).length,
    };
  };
  const merged = mergeRuns(stays, ({ pupilId, exclusionId, placementId, providerName }) =>
    [pupilId, exclusionId ?? placementId, providerName].join('\n'),
  );
  const whole = mergeRuns(stays, ({ pupilId, exclusionId, placementId }) =>
    [pupilId, exclusionId ?? placementId].join('\n'),
  );
  const all = whole.flatMap((stay) => {
    const one = count(stay);
    if (typeof one !== 'string') return [one];
    left[one] += 1;
    return [];
  });
  const byProvider = new Map<string, Counted[]>();
  for (const one of merged.map(count)) {
    if (typeof one === 'string') continue;
    const { providerName } = one.stay;
    const own = byProvider.get(providerName);
    if (own === undefined) byProvider.set(providerName, [one]);
    else own.push(one);
  }
  return {
    all: rowOf(all),
    providers: [...byProvider]
      .map(([providerName, own]) => ({ providerName, ...rowOf(own) }))
      .toSorted((a, b) => b.stays - a.stays || (a.providerName < b.providerName ? -1 : 1)),
    ...left,
  };
}

const rowOf = (counted: readonly Counted[]): EffectRow => ({
  stays: counted.length,
  pupils: new Set(counted.map(({ stay }) => stay.pupilId)).size,
  before: counted.reduce((sum, { before }) => sum + before, 0),
  after: counted.reduce((sum, { after }) => sum + after, 0),
  fewer: counted.filter(({ before, after }) => after < before).length,
  same: counted.filter(({ before, after }) => after === before).length,
  more: counted.filter(({ before, after }) => after > before).length,
});

function mergeRuns(
  stays: readonly FinishedStay[],
  keyOf: (stay: FinishedStay) => string,
): readonly FinishedStay[] {
  const runs = new Map<string, FinishedStay>();
  for (const stay of stays) {
    const key = keyOf(stay);
    const known = runs.get(key);
    if (known === undefined) {
      runs.set(key, stay);
      continue;
    }
    runs.set(key, {
      ...known,
      from: stay.from < known.from ? stay.from : known.from,
      to: stay.to > known.to ? stay.to : known.to,
    });
  }
  return [...runs.values()];
}

/** The position of the first school day from a day on; the length of the list when there is none. */
function firstFrom(days: readonly IsoDate[], day: IsoDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text that sorts after the day and before the next one. */
const dayAfter = (day: IsoDate): string => `${day}~`;
