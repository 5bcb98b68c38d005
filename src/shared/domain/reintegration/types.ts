/** What follows a reintegration meeting: `one-week` and `four-weeks` are looks at how it goes. */
export type ReintegrationStepKind = 'one-week' | 'four-weeks' | 'part-time' | 'restorative' | 'other';
