import { useEffect, useRef, type RefObject } from 'react';

/**
 * A row whose button has gone with what it did takes the focus itself, so that nobody is left nowhere. `state` is what
 * changes when the button goes; `mine` says that the user acted on this row last.
 */
export function useFocusKept(mine: boolean, state: string): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (mine && lost) row.current?.focus();
  }, [mine, state]);
  return row;
}
