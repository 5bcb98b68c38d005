import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionsToCover, type SessionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCoveredExclusion, type CoveredExclusion } from '../storage/repositories/cover.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import type { Db } from '../storage/store.ts';

/** An exclusion with the sessions it needs places for. */
export interface Case {
  readonly exclusion: CoveredExclusion;
  readonly toCover: readonly SessionToCover[];
  readonly calendar: CalendarIndex;
}

/** An exclusion of the school, with its sessions; a sentence when there is none of that id. */
export async function loadCase(db: Db, schoolId: string, exclusionId: string): Promise<Result<Case>> {
  const exclusion = await readCoveredExclusion(db, schoolId, exclusionId);
  if (!exclusion) {
    return refuse(
      'not-found',
      'This exclusion is not on record. It may have been a draft that was discarded.',
    );
  }
  const calendar = await readCalendarIndex(db, schoolId);
  return { ok: true, value: { exclusion, toCover: sessionsToCover(exclusion, calendar), calendar } };
}
