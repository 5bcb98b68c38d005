import { useState } from 'react';

export type View = 'grid' | 'list';

const KEY = 'places-view';

/** Grid or list, as this person last chose it on this PC. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => (localStorage.getItem(KEY) === 'list' ? 'list' : 'grid'));
  return [
    view,
    (next) => {
      localStorage.setItem(KEY, next);
      setView(next);
    },
  ];
}
