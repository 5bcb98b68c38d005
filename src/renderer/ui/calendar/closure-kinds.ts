import type { Closure, ClosureKind } from '#shared/domain/calendar/types.ts';

export interface KindWords {
  /** Stands in the day, so that colour never says it alone. Also the key that picks it. */
  readonly letter: string;
  readonly label: string;
  /** What a closed day of this kind is called until somebody names it. */
  readonly name: string;
}

export const closureKinds: Readonly<Record<ClosureKind, KindWords>> = {
  holiday: { letter: 'H', label: 'Holiday', name: 'Holiday' },
  'bank-holiday': { letter: 'B', label: 'Bank holiday', name: 'Bank holiday' },
  inset: { letter: 'I', label: 'INSET day', name: 'INSET day' },
  closure: { letter: 'C', label: 'Closed', name: 'Closed' },
};

export const KINDS: readonly ClosureKind[] = ['holiday', 'bank-holiday', 'inset', 'closure'];

/** Which halves of its days a closure takes, in the words of a list. */
export const slotWords: Readonly<Record<Closure['slot'], string>> = {
  all: 'All day',
  am: 'am only',
  pm: 'pm only',
};
