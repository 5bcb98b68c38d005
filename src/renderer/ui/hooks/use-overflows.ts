import { useCallback, useState } from 'react';

/** Whether what an element holds is wider or higher than it is, kept up as both change; give `watch` as its ref. */
export function useOverflows(): readonly [
  overflows: boolean,
  watch: (element: HTMLElement | null) => () => void,
] {
  const [overflows, setOverflows] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return () => undefined;
    const look = () =>
      setOverflows(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return [overflows, watch];
}
