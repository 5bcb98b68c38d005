import { foldWords } from './fold-words.ts';
import type { Incident, Pattern, PatternRow } from './types.ts';

/**
 * How often what incidents have in common comes up, most often first. Different spellings are one, under the one typed
 * most; what came up once is only counted, for one incident is no pattern.
 */
export function countPattern(
  incidents: readonly Incident[],
  textOf: (incident: Incident) => string | null,
): Pattern {
  const found = new Map<string, { spellings: Map<string, number>; times: number; pupils: Set<string> }>();
  /** The same few texts come thousands of times. */
  const folded = new Map<string, string>();
  let notNoted = 0;
  for (const incident of incidents) {
    const text = textOf(incident)?.trim() ?? '';
    let key = folded.get(text);
    if (key === undefined) {
      key = foldWords(text);
      folded.set(text, key);
    }
    if (key === '') {
      notNoted += 1;
      continue;
    }
    const one = found.get(key) ?? {
      spellings: new Map<string, number>(),
      times: 0,
      pupils: new Set<string>(),
    };
    one.spellings.set(text, (one.spellings.get(text) ?? 0) + 1);
    one.times += 1;
    one.pupils.add(incident.pupilId);
    found.set(key, one);
  }
  const rows = [...found.values()].map(({ spellings, times, pupils }): PatternRow => ({
    label: usual(spellings),
    times,
    pupils: pupils.size,
  }));
  return {
    rows: rows
      .filter(({ times }) => times > 1)
      .toSorted((a, b) => b.times - a.times || b.pupils - a.pupils || (a.label < b.label ? -1 : 1)),
    once: rows.filter(({ times }) => times === 1).length,
    notNoted,
  };
}

/** The spelling typed most; of several the first in the alphabet. */
const usual = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
