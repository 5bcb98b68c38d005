import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs pieces of work one after another, and refuses to be entered from inside itself (that would never end). */
export function makeWorkQueue(name: string) {
  const inside = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore())
      throw new Error(`The ${name} door was opened inside itself: pass the db on instead.`);
    const next = last.then(() => inside.run(true, work));
    last = next.catch(() => undefined);
    return next;
  };
}
