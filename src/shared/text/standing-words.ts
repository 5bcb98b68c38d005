import type { AttendanceReason, SessionStanding } from '../domain/placements/types.ts';
import { sayInstant } from './provider-words.ts';
import { ATTENDANCE_REASON_WORDS } from './stay-words.ts';

/** What the words of a standing rest on. */
export interface StandingFacts {
  readonly standing: SessionStanding;
  readonly providerName?: string | undefined;
  readonly heldUntil?: string | null | undefined;
  readonly reason?: AttendanceReason | null | undefined;
  readonly note?: string | null | undefined;
  readonly visitor?: string | null | undefined;
}

/** How an excluded session stands with what it rests on: "Place at Oak PRU not taken up: ill". */
export function sayStanding({
  standing,
  providerName,
  heldUntil,
  reason,
  note,
  visitor,
}: StandingFacts): string {
  const at = providerName ?? 'a provider';
  const why = [reason ? ATTENDANCE_REASON_WORDS[reason] : undefined, note || undefined]
    .filter((word) => word !== undefined)
    .join(', ');
  const because = why === '' ? '' : `: ${why}`;
  switch (standing) {
    case 'attended':
      return visitor ? `Studied at home, visited by ${visitor}` : `Attended ${at}`;
    case 'absent':
      return `Place at ${at} not taken up${because}`;
    case 'declined':
      return `Place at ${at} declined by the parents${because}`;
    case 'excluded-from-centre':
      return `Excluded from ${at}${because}`;
    case 'work-at-home':
      return 'Work sent home without a visit: no supervised place';
    case 'booked':
      return visitor ? `Study at home, to be visited by ${visitor}` : `Booked at ${at}`;
    case 'held':
      return heldUntil ? `Held at ${at} until ${sayInstant(heldUntil)}` : `Held at ${at}`;
    case 'not-marked':
      return `Place at ${at}, attendance not marked yet`;
    case 'no-place':
      return 'No place was found';
    case 'uncovered':
      return 'No place yet';
  }
}
