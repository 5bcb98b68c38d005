import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { cumulativeDays, type PupilHalfDays } from '#shared/domain/returns/cumulative-days.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/exclusions-around.ts';
import type { DutyRecord } from '../../storage/repositories/duties.ts';
import { explanationsOf, type ExplanationRow } from '../../storage/repositories/return-explanations.ts';
import { readReturnFacts } from '../../storage/repositories/return-facts.ts';
import type { Db } from '../../storage/store.ts';
import type { Cumulative } from '#shared/domain/returns/cumulative-days.ts';

/** An exclusion with everything that its checks and its return ask. */
export interface FullSource extends ExclusionWithPupil {
  readonly days: Cumulative;
  readonly duties: readonly DutyRecord[];
  readonly events: readonly CaseEvent[];
  readonly explained: readonly ExplanationRow[];
  /** All half days of the pupil, for the total of a year. */
  readonly halfDays: PupilHalfDays;
}

const NONE: PupilHalfDays = { here: [], earlier: [] };

/** Reads the cases behind the records: duties, events, the pupils' days and what was explained. */
export async function readSources(
  db: Db,
  found: readonly ExclusionWithPupil[],
  calendar: CalendarIndex,
): Promise<readonly FullSource[]> {
  const ids = found.map(({ exclusion }) => exclusion.id);
  const pupilIds = [...new Set(found.map(({ pupil }) => pupil.id))];
  const first = found.reduce((least, { exclusion: { startDate } }) => {
    return startDate !== null && startDate < least ? startDate : least;
  }, '9999-12-31');
  const since = `${schoolYearOf(first)}-08-01`;
  const facts = await readReturnFacts(db, ids, pupilIds, since);
  const explained = await explanationsOf(db, ids);
  return found.map((source) => {
    const { id, startDate, endDate } = source.exclusion;
    const halfDays = facts.halfDays.get(source.pupil.id) ?? NONE;
    const start = startDate ?? since;
    return {
      ...source,
      halfDays,
      days: cumulativeDays({ id, startDate: start, endDate: endDate ?? start }, halfDays, calendar),
      duties: facts.duties.get(id) ?? [],
      events: facts.events.get(id) ?? [],
      explained: explained.get(id) ?? [],
    };
  });
}
