import type { Patience } from '#main/storage/engines/postgres/patience.ts';

/** The engine's times, so short that a test of what never comes takes a second. */
export const HURRIED: Patience = {
  connect: 1500,
  full: 500,
  probe: 400,
  unused: 100,
  answer: 1200,
  fate: 2500,
  underWay: 200,
  again: 4000,
};
