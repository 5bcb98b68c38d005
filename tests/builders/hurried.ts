import type { Patience } from '#main/storage/engines/postgres/patience.ts';

/** The engine's times, so short that a test of what never comes takes a second. */
export const HURRIED: Patience = {
  connect: 400,
  full: 500,
  probe: 200,
  unused: 100,
  answer: 800,
  fate: 2500,
  underWay: 200,
  again: 2500,
};
