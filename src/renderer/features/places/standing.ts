import type { SessionStanding } from '#shared/domain/placements/types.ts';
import type { Tone } from '../../ui/theme/tone.ts';

interface StandingShown {
  readonly label: string;
  readonly tone: Tone;
}

/** How a session of an exclusion stands or ended, in a word or two. No place is never told like a place not taken up. */
export const STANDINGS: Readonly<Record<SessionStanding, StandingShown>> = {
  attended: { label: 'Attended', tone: 'done' },
  absent: { label: 'Absent', tone: 'due' },
  declined: { label: 'Declined', tone: 'closed' },
  'excluded-from-centre': { label: 'Excluded from the centre', tone: 'due' },
  'work-at-home': { label: 'Work at home only', tone: 'overdue' },
  'no-place': { label: 'NO PLACE', tone: 'overdue' },
  booked: { label: 'Booked', tone: 'done' },
  held: { label: 'Held', tone: 'held' },
  'not-marked': { label: 'Not marked', tone: 'due' },
  uncovered: { label: 'NO PLACE', tone: 'overdue' },
};
