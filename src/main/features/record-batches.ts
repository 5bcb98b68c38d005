import type { Store } from '../storage/store.ts';

const A_MINUTE = 60_000;

/** More different things than this in a minute, and the oldest may be told twice. */
const KEPT = 2000;

/** Tells whether something is new in the last minute of a database; the clock may be set back. */
export function makeBatches(): (store: Store, now: string, key: string) => boolean {
  const stores = new WeakMap<Store, Map<string, number>>();
  return (store, now, key) => {
    const last = stores.get(store) ?? new Map<string, number>();
    stores.set(store, last);
    const at = Date.parse(now);
    const before = last.get(key);
    if (before !== undefined && Math.abs(at - before) < A_MINUTE) return false;
    last.delete(key);
    last.set(key, at);
    const [oldest] = last.keys();
    if (last.size > KEPT && oldest !== undefined) last.delete(oldest);
    return true;
  };
}
