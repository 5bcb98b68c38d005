import { AsyncLocalStorage } from 'node:async_hooks';

/** Lets `most` pieces of work run at once and the others wait in order. Refuses to be entered from inside itself. */
export function makeTurns(name: string, most: number) {
  const inside = new AsyncLocalStorage<true>();
  const waiting: (() => void)[] = [];
  let free = most;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore())
      throw new Error(`The ${name} door was opened inside itself: pass the db on instead.`);
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await inside.run(true, work);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
