/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T>(table: readonly (readonly [value: T, weight: number])[]): T;
  shuffled<T>(from: readonly T[]): readonly T[];
  /** The whole number next to `expected`, above or below, so that many draws have it as their mean. */
  rounded(expected: number): number;
  /** An independent sequence for one part of the area, so that changing one part leaves the others alone. */
  fork(label: string): Random;
}

/** 32-bit FNV-1a hash of a text, to turn labels into seeds. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The seeded generator used for the demonstration: SplitMix32, which needs nothing but integer arithmetic. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 0x1_0000_0000;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[int(0, from.length - 1)];
    if (chosen === undefined) throw new Error('Nothing to pick from.');
    return chosen;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (table) => {
      let left = next() * table.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of table) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(table)[0];
    },
    shuffled: (from) => {
      const copy = [...from];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        const [here, there] = [copy[at], copy[other]];
        if (here !== undefined && there !== undefined) [copy[at], copy[other]] = [there, here];
      }
      return copy;
    },
    rounded: (expected) => Math.floor(expected + next()),
    fork: (label) => createRandom(hashOf(`${String(seed >>> 0)}/${label}`)),
  };
}
