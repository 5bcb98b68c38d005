/** Wrong tries that cost nothing: anybody mistypes. */
const FREE = 3;
const FIRST_WAIT = 2;
const LONGEST_WAIT = 300;

export interface Brake {
  /** Seconds until the next try is looked at; 0 when it may come. */
  wait(): number;
  failed(): void;
  passed(): void;
}

/** After some wrong tries each further one makes the next wait twice as long. `clock` counts milliseconds. */
export function makeBrake(clock: () => number = () => performance.now()): Brake {
  let failures = 0;
  let free = 0;
  return {
    wait: () => Math.max(0, Math.ceil((free - clock()) / 1000)),
    failed: () => {
      failures += 1;
      const seconds = failures < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE));
      free = clock() + seconds * 1000;
    },
    passed: () => {
      failures = 0;
      free = 0;
    },
  };
}
