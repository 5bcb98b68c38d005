import type { AttendanceReason, PlaceOutcome } from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { PROVIDER_IDS } from './area-providers.ts';
import type { Random } from './random.ts';
import type { AreaMark, AreaPlacement } from './types.ts';

/** Chances of a session: the rest attended. */
const ABSENT = 0.1;
const EXCLUDED_FROM_CENTRE = 0.004;
const LATE = 0.05;
const NOT_MARKED = 0.015;

const REASONS: readonly (readonly [AttendanceReason, number])[] = [
  ['ill', 4],
  ['unknown', 3],
  ['refused', 2],
  ['transport-failed', 1],
  ['parent-kept-home', 1],
];

/**
 * What came of the booked places of the past. Work at home is not marked by anybody at a door, and neither is a hold
 * or a place that was given up.
 */
export function markAttendance(
  random: Random,
  placements: readonly AreaPlacement[],
  today: IsoDate,
): readonly AreaPlacement[] {
  return placements.map((placement) => {
    if (placement.state !== 'booked' || placement.provider === PROVIDER_IDS.homeStudy) return placement;
    // Drawn for every session, so that another "today" leaves the marks of earlier days as they are.
    const marks = placement.sessions.map(({ date }) => {
      const mark = drawMark(random);
      return date < today ? mark : null;
    });
    return { ...placement, marks };
  });
}

function drawMark(random: Random): AreaMark | null {
  const [chance, late, reason] = [random.next(), random.int(8, 35), random.weighted(REASONS)];
  const mark = (outcome: PlaceOutcome, more: Partial<AreaMark> = {}): AreaMark => ({ outcome, ...more });
  if (chance < NOT_MARKED) return null;
  if (chance < NOT_MARKED + ABSENT) return mark('absent', { reason });
  if (chance < NOT_MARKED + ABSENT + EXCLUDED_FROM_CENTRE) return mark('excluded-from-centre');
  return chance > 1 - LATE ? mark('attended', { minutesLate: late }) : mark('attended');
}
