import type { Mark } from './types.ts';

/** A school, or an area, with its change; null is blank and stays unranked. */
export interface Changed {
  readonly key: string;
  readonly change: number | null;
}

export interface Place {
  /** 1 is the greatest reduction; those that tie share the number. */
  readonly rank: number;
  /** How many share it, this one included. */
  readonly sharedBy: number;
  readonly mark: Mark | null;
}

/** More tie for the last of the marked places than there are places. */
export interface Tie {
  readonly mark: Mark;
  readonly change: number;
  readonly sharedBy: number;
  /** Whether they carry the mark, all of them, or none does. */
  readonly marked: boolean;
}

export interface Ranking {
  /** By key; who is blank is not in it. */
  readonly places: ReadonlyMap<string, Place>;
  readonly ranked: number;
  readonly unranked: number;
  readonly ties: readonly Tie[];
}

/** So many are marked at either end. */
export const MARKED_PLACES = 5;

interface Group {
  readonly change: number;
  readonly keys: readonly string[];
  readonly rank: number;
}

/**
 * Ranks by change, the greatest reduction first, and marks the five greatest reductions X and the five least O. Chance
 * never decides: those that tie for the last place marked are all marked, unless they are more than the places there
 * are; then none is. Either way the tie is stated. A rise is no reduction, so it is never X. With fewer than ten, half
 * of them is marked at each end, and who would be at both ends is marked at neither.
 */
export function rankChanges(all: readonly Changed[]): Ranking {
  const groups = groupByChange(all);
  const ranked = groups.reduce((sum, { keys }) => sum + keys.length, 0);
  const places = Math.min(MARKED_PLACES, Math.floor(ranked / 2));
  const greatest = takeEnd(
    groups.filter(({ change }) => change < 0),
    places,
  );
  const least = takeEnd(groups.toReversed(), places);
  const markOf = (group: Group): Mark | null => {
    const [x, o] = [greatest.marked.has(group), least.marked.has(group)];
    return x === o ? null : x ? 'X' : 'O';
  };
  const tieOf = (group: Group | undefined, mark: Mark): readonly Tie[] =>
    group === undefined
      ? []
      : [{ mark, change: group.change, sharedBy: group.keys.length, marked: markOf(group) === mark }];
  return {
    places: new Map(
      groups.flatMap((group) =>
        group.keys.map((key) => [
          key,
          { rank: group.rank, sharedBy: group.keys.length, mark: markOf(group) },
        ]),
      ),
    ),
    ranked,
    unranked: all.length - ranked,
    ties: [...tieOf(greatest.tied, 'X'), ...tieOf(least.tied, 'O')],
  };
}

/** Those of equal change together, the greatest reduction first. */
function groupByChange(all: readonly Changed[]): readonly Group[] {
  const keys = new Map<number, string[]>();
  for (const { key, change } of all) {
    if (change === null) continue;
    const same = keys.get(change);
    if (same) same.push(key);
    else keys.set(change, [key]);
  }
  let before = 0;
  return [...keys]
    .toSorted(([a], [b]) => a - b)
    .map(([change, same]) => {
      const rank = before + 1;
      before += same.length;
      return { change, keys: same, rank };
    });
}

/** The groups at the front that are marked, and the one that does not fit into the places. */
function takeEnd(groups: readonly Group[], places: number) {
  const marked = new Set<Group>();
  let left = places;
  for (const group of groups) {
    if (left <= 0) break;
    const size = group.keys.length;
    if (size <= places) marked.add(group);
    if (size > left) return { marked, tied: group };
    left -= size;
  }
  return { marked, tied: undefined };
}
