import { foldNames } from './fold-name.ts';
import type { IndexedSchool, NationalSchool, NationalSchools } from './types.ts';

/** How well a school answers; the smaller, the better. Multiplied so that it outweighs year and phase. */
const EXACT_NUMBER = 0;
const NAME_IS = 1;
const NAME_STARTS = 2;
const WORDS_IN_NAME = 3;
const WORDS_ANYWHERE = 4;
const STEP = 8;

interface Match {
  readonly score: number;
  readonly entry: IndexedSchool;
}

/**
 * Schools whose name (or synonyms, authority, LAEstab or URN) has, for every word of `text`, a word that begins
 * with it. Numbers may be written `2021048`, `202/1048` or `202 1048`; a URN as six digits. Best first: the exact
 * number, the name itself, names that start so, all words in the name, then with the help of the authority's
 * name; within each, schools of the newest year before older rows, secondary before primary before others, then
 * by name. An empty text finds nothing.
 */
export function searchSchools(schools: NationalSchools, text: string, limit = 20): readonly NationalSchool[] {
  const typed = text.replace(/\b(\d{3})\s*[/ -]\s*(\d{4})\b/g, '$1$2');
  const canonical = ` ${foldNames(typed).trim()}`;
  const words = canonical.split(' ').filter((word) => word !== '');
  if (words.length === 0 || limit < 1) return [];
  const needles = [...new Set(words)].toSorted((a, b) => b.length - a.length).map((word) => ` ${word}`);
  const number = words.length === 1 && /^\d{6,7}$/.test(words[0] ?? '') ? words[0] : undefined;

  const best: Match[] = [];
  for (const entry of schools.index()) {
    if (!containsAll(entry.haystack, needles)) continue;
    const match = { entry, score: qualityOf(entry, canonical, needles, number) * STEP + entry.rank };
    insert(best, match, limit);
  }
  return best.map((match) => match.entry.school);
}

function containsAll(text: string, needles: readonly string[]): boolean {
  for (const needle of needles) if (!text.includes(needle)) return false;
  return true;
}

function qualityOf(
  entry: IndexedSchool,
  canonical: string,
  needles: readonly string[],
  number: string | undefined,
): number {
  if (number !== undefined && (entry.school.laEstab === number || entry.school.urn === number))
    return EXACT_NUMBER;
  if (entry.foldedName.startsWith(canonical))
    return entry.foldedName.length === canonical.length ? NAME_IS : NAME_STARTS;
  return containsAll(entry.foldedName, needles) ? WORDS_IN_NAME : WORDS_ANYWHERE;
}

/** Keeps the best `limit` matches in order; most candidates fall at the first comparison. */
function insert(best: Match[], match: Match, limit: number): void {
  const last = best[best.length - 1];
  if (best.length >= limit && last !== undefined && !isBefore(match, last)) return;
  let place = best.length;
  for (; place > 0; place -= 1) {
    const other = best[place - 1];
    if (other !== undefined && !isBefore(match, other)) break;
  }
  best.splice(place, 0, match);
  if (best.length > limit) best.pop();
}

function isBefore(a: Match, b: Match): boolean {
  if (a.score !== b.score) return a.score < b.score;
  if (a.entry.foldedName !== b.entry.foldedName) return a.entry.foldedName < b.entry.foldedName;
  return a.entry.school.laEstab < b.entry.school.laEstab;
}
