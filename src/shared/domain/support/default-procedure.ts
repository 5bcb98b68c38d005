import type { RiskProcedure } from './types.ts';

/**
 * How a school works with its register until it says otherwise: six weeks, a meeting of an hour at least once a
 * fortnight, a person decides. Source: the national evaluation of the programme, on key workers and signing off; the
 * factors are examples of ours.
 */
export const DEFAULT_PROCEDURE: RiskProcedure = {
  periodWeeks: 6,
  meetingDays: 14,
  meetingMinutes: 60,
  signOff: 'decision',
  levels: 'none',
  factors: [
    { id: 'missed-school', kind: 'risk', name: 'Missed much school in earlier years' },
    { id: 'moved', kind: 'risk', name: 'Changed school in the last twelve months' },
    { id: 'reading', kind: 'risk', name: 'Reads well below the age' },
    { id: 'upheaval', kind: 'risk', name: 'Upheaval at home' },
    { id: 'trusted-adult', kind: 'resilience', name: 'Trusts an adult in school' },
    { id: 'parents', kind: 'resilience', name: 'Parents work with the school' },
    { id: 'interest', kind: 'resilience', name: 'An interest or sport that matters to them' },
  ],
};
