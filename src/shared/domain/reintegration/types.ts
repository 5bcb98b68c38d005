import type { IsoDate } from '../../kernel/plain-date.ts';

/** What follows a reintegration meeting: `one-week` and `four-weeks` are looks at how it goes. */
export type ReintegrationStepKind = 'one-week' | 'four-weeks' | 'part-time' | 'restorative' | 'other';

/** School weeks after the first day back on which somebody looks in. */
export const LOOK_WEEKS = { 'one-week': 1, 'four-weeks': 4 } as const;

/** A look at how the return goes. */
export type LookKind = keyof typeof LOOK_WEEKS;

/** From the first to the last day of a part-time timetable, both included. */
export interface PartTime {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
