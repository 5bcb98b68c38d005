import type { RegisterPupil } from './types.ts';

/** A held place is no place to mark: it is confirmed or given back first. */
export const isMarkable = ({ state }: Pick<RegisterPupil, 'state'>): boolean => state === 'booked';

/** Those of whom nothing is marked yet. */
export const unmarked = (pupils: readonly RegisterPupil[]): readonly RegisterPupil[] =>
  pupils.filter((pupil) => isMarkable(pupil) && pupil.outcome === undefined);

/** Papers are open: before the first mark as attended somebody says why the pupil is let in all the same. */
export const asksFirst = ({ outcome, bars }: RegisterPupil, mark: string): boolean =>
  mark === 'attended' && outcome !== 'attended' && bars.length > 0;
