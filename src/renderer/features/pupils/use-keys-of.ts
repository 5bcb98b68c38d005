import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Keys pressed in a control that has no place for them among its own properties. */
export function useKeysOf(
  element: RefObject<HTMLElement | null>,
  handler: (event: KeyboardEvent) => void,
): void {
  const onKey = useEffectEvent(handler);
  useEffect(() => {
    const { current } = element;
    const listen = (event: KeyboardEvent) => onKey(event);
    current?.addEventListener('keydown', listen);
    return () => current?.removeEventListener('keydown', listen);
  }, [element]);
}
