import { useState } from 'react';

export interface RollFilter {
  readonly text: string;
  /** A code, or `all`. */
  readonly ncYear: string;
  readonly roll: 'current' | 'left' | 'all';
  readonly offset: number;
}

export const WHOLE_ROLL: RollFilter = { text: '', ncYear: 'all', roll: 'current', offset: 0 };

// In memory alone: what was typed is part of a name, which is never written to this PC's browser storage.
let kept = WHOLE_ROLL;

/** The list's filter, kept while the window is open, so that going back from a pupil shows the same list. */
export function useRollFilter(): readonly [RollFilter, (change: Partial<RollFilter>) => void] {
  const [filter, setFilter] = useState(kept);
  return [
    filter,
    (change) => {
      // Any other filter begins again at the first page.
      kept = { ...filter, offset: 0, ...change };
      setFilter(kept);
    },
  ];
}
