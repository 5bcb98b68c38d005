import { useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from '../hooks/use-debounced.ts';

export type AsyncOptions<Item> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly items: readonly Item[] }
  /** `text`: what the items answer, which may be a beat behind what is typed. */
  | { readonly state: 'ready'; readonly items: readonly Item[]; readonly text: string }
  | { readonly state: 'failed' };

export type LoadOptions<Item> = (text: string, signal: AbortSignal) => Promise<readonly Item[]>;

/** Looks up options for `text` while `active`, a beat after the typing stops; a late answer never replaces a newer one. */
export function useAsyncOptions<Item>(
  text: string,
  load: LoadOptions<Item>,
  active: boolean,
): AsyncOptions<Item> {
  const settled = useDebounced(text.trim(), 120);
  const [options, setOptions] = useState<AsyncOptions<Item>>({ state: 'idle' });
  const run = useEffectEvent((signal: AbortSignal) => load(settled, signal));

  useEffect(() => {
    if (!active) {
      setOptions({ state: 'idle' });
      return undefined;
    }
    const abort = new AbortController();
    setOptions((was) => ({ state: 'loading', items: 'items' in was ? was.items : [] }));
    run(abort.signal).then(
      (items) => {
        if (!abort.signal.aborted) setOptions({ state: 'ready', items, text: settled });
      },
      () => {
        if (!abort.signal.aborted) setOptions({ state: 'failed' });
      },
    );
    return () => abort.abort();
  }, [settled, active]);

  return options;
}
