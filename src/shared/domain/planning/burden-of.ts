import type { PlanProvider } from './types.ts';

/** Taken for a school whose distance nobody has entered: neither near enough to win nor far enough to lose. */
export const UNKNOWN_DISTANCE_METRES = 5000;

/** The way from the school to a provider, counted once a day of a pupil: one for each 100 metres, rounded. */
export const travelBurden = ({ distanceMetres }: PlanProvider, schoolId: string): number =>
  Math.max(0, Math.round((distanceMetres[schoolId] ?? UNKNOWN_DISTANCE_METRES) / 100));

/** What a session costs: one for each pound, rounded. */
export const costBurden = ({ costPence }: PlanProvider): number => Math.max(0, Math.round(costPence / 100));
