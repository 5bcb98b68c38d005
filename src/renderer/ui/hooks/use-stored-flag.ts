import { useState } from 'react';

/** A yes or no about this window's looks, kept on this PC; never anything about a person. */
export function useStoredFlag(key: string): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(key) === 'yes');
  return [
    on,
    (next) => {
      localStorage.setItem(key, next ? 'yes' : 'no');
      setOn(next);
    },
  ];
}
