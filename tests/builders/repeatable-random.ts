/** Numbers below a limit, the same for the same seed (mulberry32), so that a failure can be had again. */
export type Below = (limit: number) => number;

export const repeatableRandom = (seed: number): Below => {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
};
