import type { RiskProcedure } from './types.ts';

/** How an area works with its register until it says otherwise: six weeks, a meeting a fortnight, a person decides. */
export const DEFAULT_PROCEDURE: RiskProcedure = {
  periodWeeks: 6,
  meetingDays: 14,
  meetingMinutes: 60,
  signOff: 'decision',
  levels: 'none',
  factors: [],
};
