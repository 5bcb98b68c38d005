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

/**
 * The same for places: a sentence too for a draft, and for lunchtimes, which need none. `notDone` begins it ("Nothing
 * was booked").
 */
export async function loadCaseToPlace(
  db: Db,
  schoolId: string,
  exclusionId: string,
  notDone: string,
): Promise<Result<Case>> {
  const loaded = await loadCase(db, schoolId, exclusionId);
  if (!loaded.ok) return loaded;
  const { state, kind } = loaded.value.exclusion;
  if (state === 'draft') {
    return refuse('conflict', `${notDone}: the exclusion is still a draft. Issue it first.`);
  }
  if (kind === 'lunchtime') {
    return refuse('conflict', `${notDone}: a lunchtime exclusion misses no session, so it needs no place.`);
  }
  return loaded;
}
